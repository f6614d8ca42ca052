package io.github.connectapi.samples.readme;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.github.connectapi.ConnectApiException;

@RestControllerAdvice
class ConnectApiAdvice {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(ConnectApiException ex) {
		ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
		problem.setDetail("Getty Images is not available");
		HttpHeaders headers = new HttpHeaders();
		ex.retryAfter()
			.ifPresent((delay) -> headers.set(HttpHeaders.RETRY_AFTER, Long.toString(delay.toSeconds() + 1)));
		return ResponseEntity.of(problem).headers(headers).build();
	}

}
