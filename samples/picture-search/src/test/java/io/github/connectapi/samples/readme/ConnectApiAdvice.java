package io.github.connectapi.samples.readme;

import java.time.Duration;

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
		long seconds = ex.retryAfter().map(Duration::toSeconds).orElse(0L) + 1;
		return ResponseEntity.of(problem).header(HttpHeaders.RETRY_AFTER, "" + seconds).build();
	}

}
