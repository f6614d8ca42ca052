package io.github.connectapi.samples.agency;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What each page shows.
 */
@ControllerAdvice
class PageAttributes {

	@ModelAttribute("email")
	@Nullable String email(@AuthenticationPrincipal @Nullable Person person) {
		return (person != null) ? person.email() : null;
	}

}
