package io.github.connectapi.samples.agency;

import java.security.Principal;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form in which a person enters his Getty Images account. If Getty Images rejects it,
 * {@link GettyFailureHandler} shows the form again.
 */
@Controller
@RequestMapping("/account")
class AccountController {

	private final GettyAccounts accounts;

	private final GettySessions sessions;

	AccountController(GettyAccounts accounts, GettySessions sessions) {
		this.accounts = accounts;
		this.sessions = sessions;
	}

	@GetMapping
	String form(Principal person, Model model) {
		model.addAttribute("userName", this.accounts.userName(person.getName()).orElse(""));
		return "account";
	}

	@PostMapping
	String save(Principal person, @RequestParam String userName, @RequestParam String password,
			HttpServletResponse response, Model model) {
		if (userName.isBlank() || password.isBlank()) {
			response.setStatus(GettyFailure.INCOMPLETE.status().value());
			model.addAttribute("userName", userName);
			model.addAttribute("failure", GettyFailure.INCOMPLETE);
			return "account";
		}
		this.accounts.save(person.getName(), userName, password);
		this.sessions.accountChanged(person);
		return "redirect:/";
	}

}
