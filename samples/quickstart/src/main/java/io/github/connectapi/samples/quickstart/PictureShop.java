package io.github.connectapi.samples.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

/**
 * Finds a picture, returns what can pay for it, and buys its license and its file.
 */
@Service
public class PictureShop {

	private final ImageSearch images;

	private final ImageDetailsLookup details;

	private final ImageLicensing licensing;

	public PictureShop(ConnectApi connect, ImageLicensing licensing) {
		this.images = new ImageSearch(connect);
		this.details = new ImageDetailsLookup(connect);
		this.licensing = licensing;
	}

	/**
	 * Return the first picture on the first page that the account can license.
	 * @param phrase the phrase to search for
	 * @return the details with the sizes
	 */
	public Optional<ImageDetails> find(String phrase) {
		return this.images.page(new SearchForImages(phrase))
			.images()
			.stream()
			.filter(PictureShop::isLicensable)
			.map(Image::imageId)
			.filter(Objects::nonNull)
			.findFirst()
			.flatMap(this.details::find);
	}

	/**
	 * Return the product offerings that can pay, with their remaining downloads. Nothing
	 * is bought.
	 * @param request the picture and its size
	 * @return the product offerings
	 */
	public List<LicenseOption> options(LicenseRequest request) {
		return this.licensing.authorizations(request);
	}

	/**
	 * Buy the license of a picture and download its file.
	 * @param request the picture, its size and the product offering
	 * @param file the file, which is replaced if it exists
	 * @param store stores the license before the file is downloaded
	 * @return the file
	 */
	public Path buy(LicenseRequest request, Path file, Consumer<License> store) {
		return this.licensing.download(request, file, DownloadOptions.defaults().replaceExisting(), store);
	}

	private static boolean isLicensable(Image image) {
		return !image.applicableProductOfferings().isEmpty() && image.authorizationConstraints().isEmpty();
	}

}
