package io.github.connectapi.test.rest;

import java.util.List;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.download.Purchases;
import io.github.connectapi.test.server.FakeResponse;

/**
 * SingleStepDownload of Connect, which buys the largest size of an image. Each request is
 * counted against the quota.
 *
 * @param purchases buys the images
 */
record SingleStepDownload(Purchases purchases) {

	RestOperation operation() {
		return RestOperation.of("SingleStepDownload", "POST", "/v2/download/{id}", RestAccess.CONNECT_USER,
				this::download);
	}

	private FakeResponse download(RestRequest request, String userName) throws RestErrorException {
		Image image = this.purchases.image(request.id())
			.orElseThrow(() -> RestErrorException.ofGateway(404, "Image not found"));
		if (!this.purchases.hasOfferings(userName)) {
			throw noOffering();
		}
		Offering offering = offering(this.purchases.authorizing(userName, image));
		String uri = this.purchases.buy(userName, image, image.largestSize(), offering, request.http().baseUrl())
			.orElseThrow(SingleStepDownload::noOffering);
		return FakeResponse.empty(302).header("Location", uri);
	}

	/** Documented also for a quota that is used up. */
	private static RestErrorException noOffering() {
		return RestErrorException.ofGateway(403, "No product offering found");
	}

	private static Offering offering(List<Offering> authorizing) throws RestErrorException {
		if (authorizing.isEmpty()) {
			throw RestErrorException.ofGateway(404, "No authorizations were found for the asset");
		}
		return authorizing.stream()
			.filter((offering) -> offering != Offering.IMAGE_PACK && offering != Offering.ROYALTY_FREE_SUBSCRIPTION)
			.findFirst()
			.orElseThrow(
					() -> RestErrorException.ofGateway(403, "Product offering can not be used with this resource"));
	}

}
