package io.github.connectapi.samples.agency;

import java.security.Principal;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
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
	String handle(ConnectApiException ex, Principal person, HttpServletResponse response, Model model) {
		GettyFailure failure = GettyFailure.of(ex);
		if (!failure.correctable()) {
			ex.retryAfter()
				.ifPresent((delay) -> response.setHeader(HttpHeaders.RETRY_AFTER,
						String.valueOf(delay.plusMillis(999).toSeconds())));
		}
		return show(failure, ex, person, response, model);
	}

	@ExceptionHandler
	String handle(ConnectPurchaseException ex, Principal person, HttpServletResponse response, Model model) {
		return show(GettyFailure.of(ex), ex, person, response, model);
	}

	private String show(GettyFailure failure, RuntimeException ex, Principal person, HttpServletResponse response,
			Model model) {
		logger.info("A request of person {} failed: {}", person.getName(), ex.toString());
		response.setStatus(failure.status().value());
		model.addAttribute("failure", failure);
		model.addAttribute("userName", this.accounts.userName(person.getName()).orElse(""));
		return failure.correctable() ? "account" : "failure";
	}

}
