package io.github.connectapi.samples.fleet;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * Searches for pictures. Returns 503 if that is not possible.
 */
@RestController
class PictureController {

	private final ImageSearch images;

	PictureController(ConnectApi connect) {
		this.images = new ImageSearch(connect);
	}

	@GetMapping("/pictures")
	List<String> titles(@RequestParam String phrase) {
		return this.images.images(new SearchForImages(phrase)).limit(3).map(Image::title).toList();
	}

	@ExceptionHandler
	ProblemDetail handle(ConnectApiException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, "Getty Images is not available");
	}

}
