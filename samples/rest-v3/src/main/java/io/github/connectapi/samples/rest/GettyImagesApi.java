package io.github.connectapi.samples.rest;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * The operations of REST API v3 that this application needs, with the fields that it
 * needs.
 */
@HttpExchange("/v3")
public interface GettyImagesApi {

	/**
	 * Search for creative images.
	 * @param phrase the words to search for
	 * @param page the number of the page, from 1
	 * @param pageSize the number of images on a page: one of the documented sizes
	 * @return the page
	 */
	@GetExchange("/search/images/creative?fields=summary_set,largest_downloads")
	ImagePage searchCreative(@RequestParam String phrase, @RequestParam int page,
			@RequestParam("page_size") int pageSize);

	/**
	 * Search for editorial images.
	 * @param phrase the words to search for
	 * @param page the number of the page, from 1
	 * @param pageSize the number of images on a page: one of the documented sizes
	 * @return the page
	 */
	@GetExchange("/search/images/editorial?fields=summary_set,largest_downloads")
	ImagePage searchEditorial(@RequestParam String phrase, @RequestParam int page,
			@RequestParam("page_size") int pageSize);

	/**
	 * Return one image with what the account can download.
	 * @param id the id of the image
	 * @return the image, as a list with one entry
	 */
	@GetExchange("/images/{id}?fields=summary_set,largest_downloads")
	ImageDetails image(@PathVariable String id);

	/**
	 * License the largest file of an image. Each successful call uses up quota, so never
	 * repeat a call whose outcome is unknown.
	 * @param id the id of the image
	 * @param productType the product offering that is used
	 * @return the address of the file
	 */
	@PostExchange("/downloads/images/{id}?auto_download=false")
	DownloadLink download(@PathVariable String id, @RequestParam("product_type") String productType);

}
