package io.github.connectapi.test.rest;

import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.download.Purchases;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.server.FakeResponse;

/**
 * The download of an image. Each request is counted against the quota.
 *
 * @param purchases buys the images
 */
record ImageDownload(Purchases purchases) {

	RestOperation operation() {
		return RestOperation.of("DownloadImage", "POST", "/v3/downloads/images/{id}", RestAccess.USER, this::download);
	}

	private FakeResponse download(RestRequest request, String userName) throws RestErrorException {
		Image image = this.purchases.image(request.id())
			.orElseThrow(() -> RestErrorException.imageNotFound(request.id()));
		ImageSize size = size(request, image);
		boolean redirect = redirect(request);
		Offering offering = offering(request, this.purchases.authorizing(userName, image));
		String uri = this.purchases.buy(userName, image, size, offering, request.http().baseUrl())
			.orElseThrow(() -> RestErrorException.of(403, "OverageLimitReached", "The quota is used up."));
		return redirect ? FakeResponse.empty(303).header("Location", uri)
				: RestResponses.json(200, Json.object().put("uri", uri));
	}

	private static ImageSize size(RestRequest request, Image image) throws RestErrorException {
		Optional<String> height = request.parameter("height");
		if (height.isEmpty()) {
			return image.largestSize();
		}
		return image.sizes()
			.stream()
			.filter((size) -> String.valueOf(size.pixelHeight()).equals(height.get()))
			.findFirst()
			.orElseThrow(() -> RestErrorException.invalidParameter("The image has no size of this height."));
	}

	private static boolean redirect(RestRequest request) throws RestErrorException {
		String value = request.parameter("auto_download").orElse("true");
		if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
			throw RestErrorException.invalidParameter("The auto_download must be true or false.");
		}
		return Boolean.parseBoolean(value);
	}

	/** Without a challenge, because another token would not help. */
	private static Offering offering(RestRequest request, List<Offering> authorizing) throws RestErrorException {
		Optional<String> type = request.parameter("product_type");
		if (type.isPresent() && ProductTypes.find(type.get()).isEmpty()) {
			throw RestErrorException.invalidParameter("The product_type is not supported.");
		}
		return authorizing.stream()
			.filter((offering) -> type.isEmpty() || ProductTypes.of(offering).equals(type.get()))
			.findFirst()
			.orElseThrow(() -> RestErrorException.ofGateway(401, "Unauthorized"));
	}

}
