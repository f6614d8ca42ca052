package io.github.connectapi.samples.agency;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page with the login form, which Spring Security receives.
 */
@Controller
class LoginController {

	@GetMapping("/login")
	String form() {
		return "login";
	}

}
