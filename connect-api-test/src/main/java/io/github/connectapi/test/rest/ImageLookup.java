package io.github.connectapi.test.rest;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.download.Purchases;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.server.FakeResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * The metadata of one image.
 *
 * @param purchases knows the images and what is authorized
 */
record ImageLookup(Purchases purchases) {

	RestOperation operation() {
		return RestOperation.of("GetImage", "GET", "/v3/images/{id}", RestAccess.KEY, this::get);
	}

	private FakeResponse get(RestRequest request, String userName) throws RestErrorException {
		ImageFields fields = ImageFields.ofDetails(request);
		Image image = this.purchases.image(request.id())
			.orElseThrow(() -> RestErrorException.imageNotFound(request.id()));
		ObjectNode result = Json.object();
		result.putArray("images")
			.add(new RestImageWriter(this.purchases, request.http().baseUrl(), userName, fields).write(image));
		result.putArray("images_not_found");
		return RestResponses.json(200, result);
	}

}
