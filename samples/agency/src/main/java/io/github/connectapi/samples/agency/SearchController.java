package io.github.connectapi.samples.agency;

import java.security.Principal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * Searches for pictures with the account of the person.
 */
@Controller
class SearchController {

	private static final int PICTURES = 12;

	private final GettySessions sessions;

	SearchController(GettySessions sessions) {
		this.sessions = sessions;
	}

	@GetMapping("/")
	String search(Principal person, @RequestParam(defaultValue = "") String phrase, Model model) {
		model.addAttribute("phrase", phrase);
		if (!phrase.isBlank()) {
			ImageSearch search = new ImageSearch(this.sessions.connectOf(person));
			model.addAttribute("images", search.page(new SearchForImages(phrase).withPage(1, PICTURES)).images());
		}
		return "search";
	}

}
