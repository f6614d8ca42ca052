package io.github.connectapi.samples.picturesearch.purchase;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Renders the page of a picture.
 */
@Controller
class PictureController {

	private final Pictures pictures;

	PictureController(Pictures pictures) {
		this.pictures = pictures;
	}

	@GetMapping("/images/{id}")
	String picture(@PathVariable String id, @RequestParam(defaultValue = "") String phrase,
			@RequestParam(defaultValue = "") String size, Model model) {
		Picture picture = this.pictures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<SizeChoice> choices = this.pictures.choices(picture);
		model.addAttribute("picture", picture);
		model.addAttribute("choices", choices);
		model.addAttribute("authorized", choices.stream().anyMatch((choice) -> !choice.offerings().isEmpty()));
		model.addAttribute("available", choices.stream().anyMatch(SizeChoice::available));
		model.addAttribute("phrase", phrase);
		model.addAttribute("chosenSize", size);
		return "picture";
	}

}
