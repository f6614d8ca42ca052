package io.github.connectapi.samples.picturesearch.purchase;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import io.github.connectapi.samples.picturesearch.purchase.Purchase.Status;

/**
 * Renders the page of a purchase, and returns its state and its file.
 */
@Controller
@RequestMapping("/purchases/{id}")
class PurchasePageController {

	private final PurchaseService purchases;

	private final RunningJobs running;

	private final PurchaseStore store;

	PurchasePageController(PurchaseService purchases, RunningJobs running, PurchaseStore store) {
		this.purchases = purchases;
		this.running = running;
		this.store = store;
	}

	@GetMapping
	String purchase(@PathVariable UUID id, Model model) {
		Purchase purchase = find(id);
		model.addAttribute("purchase", purchase);
		model.addAttribute("view", PurchaseView.of(purchase, this.running.progress(id)));
		model.addAttribute("advice", (purchase.status() == Status.NOT_BOUGHT)
				? FailureAdvice.notBought(purchase.reason()) : FailureAdvice.fileMissing(purchase.reason()));
		return "purchase";
	}

	@GetMapping("/state")
	ResponseEntity<PurchaseView> state(@PathVariable UUID id) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(PurchaseView.of(find(id), this.running.progress(id)));
	}

	@GetMapping("/file")
	ResponseEntity<Resource> file(@PathVariable UUID id) {
		Purchase purchase = find(id);
		if (purchase.status() != Status.DONE) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		ContentDisposition attachment = ContentDisposition.attachment()
			.filename(purchase.size().fileName(purchase.imageId()), StandardCharsets.UTF_8)
			.build();
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
			.contentType(purchase.size().contentType())
			.cacheControl(CacheControl.noStore())
			.body(new FileSystemResource(this.store.file(id)));
	}

	private Purchase find(UUID id) {
		return this.purchases.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
