package io.github.connectapi.test.catalog;

import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.Internal;

/**
 * The content of the fake. It is invented by rule and is the same in each JVM.
 */
@Internal
public final class Catalog {

	private static final Catalog INSTANCE = new Catalog();

	private Catalog() {
	}

	/**
	 * Return the catalog.
	 * @return the catalog
	 */
	public static Catalog get() {
		return INSTANCE;
	}

	/**
	 * Return all images.
	 * @return the images, ordered by id
	 */
	public List<Image> images() {
		return List.of();
	}

	/**
	 * Return an image.
	 * @param id the id
	 * @return the image, if there is one
	 */
	public Optional<Image> image(String id) {
		return Optional.empty();
	}

	/**
	 * Return all videos.
	 * @return the videos, ordered by id
	 */
	public List<Video> videos() {
		return List.of();
	}

	/**
	 * Return a video.
	 * @param id the id
	 * @return the video, if there is one
	 */
	public Optional<Video> video(String id) {
		return Optional.empty();
	}

	/**
	 * Return all events.
	 * @return the events, ordered by id
	 */
	public List<Event> events() {
		return List.of();
	}

	/**
	 * Return an event.
	 * @param id the id
	 * @return the event, if there is one
	 */
	public Optional<Event> event(int id) {
		return Optional.empty();
	}

	/**
	 * Return all collections.
	 * @return the collections, ordered by id
	 */
	public List<ImageCollection> collections() {
		return List.of();
	}

	/**
	 * Return all keywords of images and videos.
	 * @return the keywords, ordered by id
	 */
	public List<Keyword> keywords() {
		return List.of();
	}

}
