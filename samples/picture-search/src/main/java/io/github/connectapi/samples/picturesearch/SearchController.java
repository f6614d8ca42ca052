package io.github.connectapi.samples.picturesearch;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * The page. It is complete without its script, which only keeps the state of the session
 * up to date.
 */
@Controller
class SearchController {

	private static final Logger logger = LoggerFactory.getLogger(SearchController.class);

	private final ImageSearch images;

	private final SessionState session;

	private final int pageSize;

	SearchController(ImageSearch images, SessionState session, @Value("${picture-search.page-size}") int pageSize) {
		this.images = images;
		this.session = session;
		this.pageSize = pageSize;
	}

	@GetMapping("/")
	String page(@RequestParam(defaultValue = "") String phrase, @RequestParam(defaultValue = "1") int start,
			Model model, HttpServletResponse response) {
		model.addAttribute("phrase", phrase);
		if (!phrase.isBlank()) {
			try {
				model.addAttribute("found", search(phrase, start));
			}
			catch (ConnectApiException ex) {
				logger.warn("A search failed: {}", ex.toString());
				model.addAttribute("trouble", ErrorPage.of(ex));
				response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			}
		}
		model.addAttribute("state", this.session.now());
		return "search";
	}

	private Found search(String phrase, int start) {
		SearchForImages search = new SearchForImages(phrase).page(Math.max(start, 1), this.pageSize);
		return Found.of(this.images.page(search), this.pageSize);
	}

}
