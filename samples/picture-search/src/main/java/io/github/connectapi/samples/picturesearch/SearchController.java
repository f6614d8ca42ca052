package io.github.connectapi.samples.picturesearch;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * Renders the search page. A failed search is handled by
 * {@link ConnectApiExceptionHandler}.
 */
@Controller
class SearchController {

	private final ImageSearch images;

	private final SessionViewFactory sessions;

	private final int pageSize;

	SearchController(ImageSearch images, SessionViewFactory sessions,
			@Value("${picture-search.page-size}") int pageSize) {
		this.images = images;
		this.sessions = sessions;
		this.pageSize = pageSize;
	}

	@GetMapping("/")
	String search(@RequestParam(defaultValue = "") String phrase, @RequestParam(defaultValue = "1") int start,
			Model model) {
		model.addAttribute("phrase", phrase);
		if (!phrase.isBlank()) {
			model.addAttribute("results", findImages(phrase, start));
		}
		model.addAttribute("sessionView", this.sessions.create());
		return "search";
	}

	private ResultPage findImages(String phrase, int start) {
		SearchForImages search = new SearchForImages(phrase).withPage(Math.max(start, 1), this.pageSize);
		return ResultPage.of(this.images.page(search), this.pageSize);
	}

}
