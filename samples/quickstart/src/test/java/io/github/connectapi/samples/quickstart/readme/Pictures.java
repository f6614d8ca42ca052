package io.github.connectapi.samples.quickstart.readme;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.image.ImageSize;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;

@Service
public class Pictures {

	private static final Logger logger = LoggerFactory.getLogger(Pictures.class);

	private final ConnectApi connect;

	private final ImageLicensing licensing;

	public Pictures(ConnectApi connect, ImageLicensing licensing) {
		this.connect = connect;
		this.licensing = licensing;
	}

	public List<Image> search(String phrase) {
		return new ImageSearch(this.connect).page(new SearchForImages(phrase)).images();
	}

	public Path buy(String phrase, Path folder, Consumer<License> store) {
		Image image = search(phrase).stream().findFirst().orElseThrow();
		ImageDetails details = new ImageDetailsLookup(this.connect).details(image.imageId());
		ImageSize size = details.sizesDownloadableImages().stream().findFirst().orElseThrow();
		LicenseRequest request = LicenseRequest.of(image.imageId(), size.sizeKey());
		LicenseOption option = this.licensing.authorizations(request).get(0);
		logger.info("{} bytes, {} downloads remain", size.fileSizeInBytes(), option.downloadsRemaining());
		request = request.withProductOffering(option.productOfferingType());
		Path file = folder.resolve(image.imageId() + ".jpg");
		return this.licensing.download(request, file, store);
	}

}
