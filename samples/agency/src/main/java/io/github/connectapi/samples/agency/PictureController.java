package io.github.connectapi.samples.agency;

import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.image.ImageSize;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.purchase.LicenseRequest;

/**
 * Shows a picture, and licenses its largest size with the account of the person.
 */
@Controller
@RequestMapping("/pictures/{id}")
class PictureController {

	private final GettySessions sessions;

	private final Licenses licenses;

	PictureController(GettySessions sessions, Licenses licenses) {
		this.sessions = sessions;
		this.licenses = licenses;
	}

	@GetMapping
	String picture(Principal person, @PathVariable String id, Model model) {
		ImageDetails details = new ImageDetailsLookup(this.sessions.connectOf(person)).find(id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Optional<ImageSize> size = largest(details);
		model.addAttribute("picture", details);
		model.addAttribute("size", size.orElse(null));
		model.addAttribute("options",
				size.map(ImageSize::sizeKey).map((key) -> options(person, id, key)).orElse(List.of()));
		return "picture";
	}

	@PostMapping
	String license(Principal person, @PathVariable String id, @RequestParam String size,
			@RequestParam String offering) {
		LicenseRequest request = LicenseRequest.of(id, size).withProductOffering(offering);
		try {
			License license = this.sessions.licensingOf(person, this.licenses).license(request);
			this.licenses.save(person.getName(), request, license);
		}
		catch (ConnectPurchaseException ex) {
			this.licenses.removeIfNotBought(ex);
			throw ex;
		}
		return "redirect:/licenses";
	}

	private static Optional<ImageSize> largest(ImageDetails details) {
		return details.sizesDownloadableImages()
			.stream()
			.filter((size) -> size.sizeKey() != null && size.pixelWidth() != null)
			.max(Comparator.comparingInt(ImageSize::pixelWidth));
	}

	private List<LicenseOption> options(Principal person, String id, String size) {
		ImageLicensing licensing = this.sessions.licensingOf(person, this.licenses);
		try {
			return licensing.authorizations(LicenseRequest.of(id, size));
		}
		catch (ConnectPurchaseException ex) {
			if (ex.reason() == ConnectPurchaseException.Reason.PREPARATION_FAILED) {
				throw ex;
			}
			return List.of();
		}
	}

}
