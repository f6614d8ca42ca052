package io.github.connectapi.samples.agency;

import java.security.Principal;

import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;

/**
 * Shows the licenses of the person, and sends their files to nobody else.
 */
@Controller
@RequestMapping("/licenses")
class LicenseController {

	private final Licenses licenses;

	private final FileDownloads downloads;

	LicenseController(Licenses licenses, FileDownloads downloads) {
		this.licenses = licenses;
		this.downloads = downloads;
	}

	@GetMapping
	String licenses(Principal person, Model model) {
		model.addAttribute("entries", this.licenses.entries(person.getName()));
		return "licenses";
	}

	@GetMapping("/{assetId}/{sizeKey}/file")
	ResponseEntity<Resource> file(Principal person, @PathVariable String assetId, @PathVariable String sizeKey) {
		License license = this.licenses.find(person.getName(), assetId, sizeKey)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ContentDisposition disposition = ContentDisposition.attachment().filename(assetId + ".jpg").build();
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.body(this.downloads.resource(license));
	}

}
