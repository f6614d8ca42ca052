package io.github.connectapi.samples.rest;

import java.util.List;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of a search.
 *
 * @param resultCount the number of all matches
 * @param images the images of the page
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ImagePage(int resultCount, List<Image> images) {

}
