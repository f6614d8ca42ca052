package io.github.connectapi.samples.picturesearch.purchase;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Receives the forms. Each response is a redirect, so that a reload sends no form again.
 */
@Controller
@RequestMapping("/purchases")
class PurchaseController {

	private final Pictures pictures;

	private final PurchaseService purchases;

	PurchaseController(Pictures pictures, PurchaseService purchases) {
		this.pictures = pictures;
		this.purchases = purchases;
	}

	@PostMapping
	RedirectView buy(@RequestParam String imageId, @RequestParam(defaultValue = "") String size,
			@RequestParam Map<String, String> form) {
		Picture picture = this.pictures.find(imageId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String offering = form.getOrDefault(SizeChoice.field(size), "");
		return picture.size(size).map((chosen) -> {
			Purchase purchase = Purchase.of(picture, chosen, offering);
			this.purchases.start(purchase);
			return redirect("/purchases/{id}", purchase.id());
		}).orElseGet(() -> redirect("/images/{id}", imageId));
	}

	@PostMapping("/{id}/resume")
	RedirectView resume(@PathVariable UUID id) {
		return change(id, this.purchases::resume);
	}

	@PostMapping("/{id}/check")
	RedirectView check(@PathVariable UUID id) {
		return change(id, this.purchases::check);
	}

	@PostMapping("/{id}/start-over")
	RedirectView startOver(@PathVariable UUID id) {
		return change(id, this.purchases::startOver);
	}

	@ExceptionHandler(TaskRejectedException.class)
	ModelAndView tooManyPurchases() {
		HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
		return new ModelAndView("error", Map.of("status", status.value()), status);
	}

	private RedirectView change(UUID id, Consumer<UUID> change) {
		change.accept(id);
		return redirect("/purchases/{id}", id);
	}

	private static RedirectView redirect(String path, Object id) {
		RedirectView view = new RedirectView(path, true);
		view.setHttp10Compatible(false);
		view.setExposeModelAttributes(false);
		view.addStaticAttribute("id", id);
		return view;
	}

}
