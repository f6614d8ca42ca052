package io.github.connectapi.image;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;

/**
 * Returns details of images by id. Thread-safe. Methods throw the exceptions of
 * {@link ConnectApi}.
 */
public final class ImageDetailsLookup {

	private static final String NOT_FOUND = "ImageNotFound";

	/** The documented maximum of one request. */
	private static final int MAX_IDS = 90;

	private final ConnectApi connect;

	/**
	 * Create a lookup.
	 * @param connect the API that calls {@code GetImageDetails}
	 */
	public ImageDetailsLookup(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return the details of an image that must exist.
	 * @param imageId the id of the image
	 * @return the details
	 * @throws ConnectOperationException with the code {@code ImageNotFound} if the image
	 * does not exist
	 */
	public ImageDetails details(String imageId) {
		ConnectResponse<GetImageDetailsResult> response = request(List.of(imageId));
		return response.result()
			.images()
			.stream()
			.filter((image) -> imageId.equals(image.imageId()))
			.findFirst()
			.orElseThrow(() -> new ConnectOperationException(
					"GetImageDetails did not return the image (coordination id %s)"
						.formatted(response.coordinationId()),
					ConnectFailure.permanentFailure(ConnectOperations.GET_IMAGE_DETAILS.name(), NOT_FOUND)
						.withCoordinationId(response.coordinationId())
						.withStatuses(response.statuses())));
	}

	/**
	 * Return the details of an image that may not exist.
	 * @param imageId the id of the image
	 * @return the details; empty if the image does not exist
	 */
	public Optional<ImageDetails> find(String imageId) {
		return Optional.ofNullable(findAll(List.of(imageId)).get(imageId));
	}

	/**
	 * Return the details of images. Requests 90 images at a time.
	 * @param imageIds the ids of the images
	 * @return the details by id, in the order of the ids, without images that do not
	 * exist
	 */
	public Map<String, ImageDetails> findAll(Collection<String> imageIds) {
		List<String> ids = List.copyOf(new LinkedHashSet<>(imageIds));
		Map<String, ImageDetails> received = new HashMap<>();
		for (int start = 0; start < ids.size(); start += MAX_IDS) {
			for (ImageDetails image : images(ids.subList(start, Math.min(start + MAX_IDS, ids.size())))) {
				received.put(String.valueOf(image.imageId()), image);
			}
		}
		Map<String, ImageDetails> found = new LinkedHashMap<>();
		for (String id : ids) {
			ImageDetails image = received.get(id);
			if (image != null) {
				found.put(id, image);
			}
		}
		return Collections.unmodifiableMap(found);
	}

	private List<ImageDetails> images(List<String> imageIds) {
		try {
			return request(imageIds).result().images();
		}
		catch (ConnectOperationException ex) {
			// The server reports an error if none of the images exists.
			if (ex.code().filter(NOT_FOUND::equals).isPresent()) {
				return List.of();
			}
			throw ex;
		}
	}

	private ConnectResponse<GetImageDetailsResult> request(List<String> imageIds) {
		return this.connect.exchange(
				ConnectRequest.of(ConnectOperations.GET_IMAGE_DETAILS, new GetImageDetails(imageIds, null)),
				GetImageDetailsResult.class);
	}

}
