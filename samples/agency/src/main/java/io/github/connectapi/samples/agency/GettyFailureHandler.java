package io.github.connectapi.samples.agency;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.purchase.ConnectPurchaseException;

/**
 * Shows a failure of Getty Images: with the form of the account if the person can correct
 * it.
 */
@ControllerAdvice
class GettyFailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(GettyFailureHandler.class);

	private final GettyAccounts accounts;

	GettyFailureHandler(GettyAccounts accounts) {
		this.accounts = accounts;
	}

	@ExceptionHandler
	String handle(ConnectApiException ex, @AuthenticationPrincipal Person person, HttpServletResponse response,
			Model model) {
		GettyFailure failure = GettyFailure.of(ex);
		if (!failure.correctable()) {
			ex.retryAfter()
				.ifPresent((delay) -> response.setHeader(HttpHeaders.RETRY_AFTER,
						String.valueOf(delay.plusMillis(999).toSeconds())));
		}
		return show(failure, ex, person, response, model);
	}

	@ExceptionHandler
	String handle(ConnectPurchaseException ex, @AuthenticationPrincipal Person person, HttpServletResponse response,
			Model model) {
		return show(GettyFailure.of(ex), ex, person, response, model);
	}

	private String show(GettyFailure failure, RuntimeException ex, Person person, HttpServletResponse response,
			Model model) {
		logger.info("A request of person {} failed: {}", person.getUsername(), ex.toString());
		response.setStatus(failure.status().value());
		model.addAttribute("failure", failure);
		// Those of PageAttributes are for controllers only.
		model.addAttribute("email", person.email());
		model.addAttribute("userName", this.accounts.userName(person.getUsername()).orElse(""));
		return failure.correctable() ? "account" : "failure";
	}

}
