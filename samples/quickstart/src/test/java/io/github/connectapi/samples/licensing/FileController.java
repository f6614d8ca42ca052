package io.github.connectapi.samples.licensing;

import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.github.connectapi.license.FileDownloads;

@RestController
class FileController {

	private final FileDownloads downloads;

	private final PurchaseTable purchases;

	FileController(FileDownloads downloads, PurchaseTable purchases) {
		this.downloads = downloads;
		this.purchases = purchases;
	}

	@GetMapping("/pictures/{assetId}/{sizeKey}")
	ResponseEntity<Resource> picture(@PathVariable String assetId, @PathVariable String sizeKey) {
		Resource file = this.downloads.resource(this.purchases.license(assetId, sizeKey).orElseThrow());
		ContentDisposition disposition = ContentDisposition.attachment().filename(assetId + ".jpg").build();
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
			.body(file);
	}

}
