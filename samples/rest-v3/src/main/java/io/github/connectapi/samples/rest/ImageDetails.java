package io.github.connectapi.samples.rest;

import java.util.List;

/**
 * The response to a request for images by their ids.
 *
 * @param images the images that exist
 */
public record ImageDetails(List<Image> images) {

}
