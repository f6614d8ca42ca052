package io.github.connectapi.samples.picturesearch;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import io.github.connectapi.ConnectApiException;

/**
 * Handles the exceptions of the Connect API. Without this class the response has status
 * 500. With it the status is 503 if there is no session, with the header
 * {@code Retry-After} if it is known when the next attempt is due.
 */
@ControllerAdvice
class ConnectApiExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ConnectApiExceptionHandler.class);

	private final SessionViewFactory sessions;

	ConnectApiExceptionHandler(SessionViewFactory sessions) {
		this.sessions = sessions;
	}

	@ExceptionHandler
	String handle(ConnectApiException ex, HttpServletRequest request, HttpServletResponse response, Model model) {
		logger.warn("Request failed: {}", ex.toString());
		SearchError error = SearchError.of(ex);
		response.setStatus(error.status().value());
		ex.retryAfter()
			.ifPresent((delay) -> response.setHeader(HttpHeaders.RETRY_AFTER,
					String.valueOf(SearchError.toSeconds(delay))));
		model.addAttribute("phrase", Objects.requireNonNullElse(request.getParameter("phrase"), ""));
		model.addAttribute("error", error);
		model.addAttribute("sessionView", this.sessions.create());
		return "search";
	}

}
