package io.github.connectapi.samples.rest;

import java.nio.file.Path;
import java.util.Optional;

import org.springframework.stereotype.Service;

/**
 * Finds pictures, licenses them and loads their files.
 */
@Service
public class Pictures {

	private static final int PAGE_SIZE = 25;

	private final GettyImagesApi api;

	private final PictureFiles files;

	public Pictures(GettyImagesApi api, PictureFiles files) {
		this.api = api;
		this.files = files;
	}

	/**
	 * Return the first page of creative images.
	 * @param phrase the words to search for
	 * @return the page
	 */
	public ImagePage search(String phrase) {
		return this.api.searchCreative(phrase, 1, PAGE_SIZE);
	}

	/**
	 * Return one image.
	 * @param id the id of the image
	 * @return the image
	 */
	public Optional<Image> find(String id) {
		return this.api.image(id).images().stream().findFirst();
	}

	/**
	 * License an image and load its file. Store the link before the file is loaded if
	 * your application must be able to load it again: a second license uses up quota.
	 * @param id the id of the image
	 * @param productType the product offering that is used
	 * @param target the path of the file, which is replaced if it exists
	 * @return the path
	 */
	public Path buy(String id, String productType, Path target) {
		DownloadLink link = this.api.download(id, productType);
		return this.files.load(link, target);
	}

}
