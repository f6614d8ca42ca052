package io.github.connectapi.test.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.connectapi.test.Internal;

/**
 * The content of the fake. It is invented by rule and is the same in each JVM.
 * <p>
 * The first 12 images never change. With the index of an image, counted from 0:
 * <ul>
 * <li>index % 11 = 4: no offering can license it
 * <li>index % 4 = 1 or 2: one offering can, else all of its collection
 * <li>index % 7 = 2: it has the constraint {@code CallForImage}
 * <li>index % 13 = 5: a download is free, if it can be licensed
 * <li>index % 3 = 1: it cannot be embedded
 * </ul>
 */
@Internal
public final class Catalog {

	private final List<Image> images;

	private final List<Video> videos;

	private final List<Event> events;

	private final List<Keyword> keywords;

	private final Map<String, Image> imagesById;

	private final Map<String, Video> videosById;

	private final Map<Integer, Event> eventsById;

	private Catalog() {
		Keywords registry = new Keywords();
		this.images = new ImageFactory(registry).images();
		this.videos = new VideoFactory(this.images).videos();
		this.events = EventPlan.ALL.stream().map((plan) -> plan.event(this.images)).toList();
		this.keywords = registry.all();
		this.imagesById = index(this.images, Image::id);
		this.videosById = index(this.videos, Video::id);
		this.eventsById = index(this.events, Event::id);
	}

	private static <K, V> Map<K, V> index(List<V> values, Function<V, K> key) {
		return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
	}

	/**
	 * Return the catalog. The first call builds it.
	 * @return the catalog
	 */
	public static Catalog get() {
		return Holder.INSTANCE;
	}

	/**
	 * Build the catalog once more, for a test of the rule.
	 */
	static Catalog build() {
		return new Catalog();
	}

	/**
	 * Return all images.
	 * @return the images, ordered by id
	 */
	public List<Image> images() {
		return this.images;
	}

	/**
	 * Return an image.
	 * @param id the id
	 * @return the image, if there is one
	 */
	public Optional<Image> image(String id) {
		return Optional.ofNullable(this.imagesById.get(id));
	}

	/**
	 * Return all videos.
	 * @return the videos, ordered by id
	 */
	public List<Video> videos() {
		return this.videos;
	}

	/**
	 * Return a video.
	 * @param id the id
	 * @return the video, if there is one
	 */
	public Optional<Video> video(String id) {
		return Optional.ofNullable(this.videosById.get(id));
	}

	/**
	 * Return all events.
	 * @return the events, ordered by id
	 */
	public List<Event> events() {
		return this.events;
	}

	/**
	 * Return an event.
	 * @param id the id
	 * @return the event, if there is one
	 */
	public Optional<Event> event(int id) {
		return Optional.ofNullable(this.eventsById.get(id));
	}

	/**
	 * Return all collections.
	 * @return the collections, ordered by id
	 */
	public List<ImageCollection> collections() {
		return ImageCollection.ALL;
	}

	/**
	 * Return all keywords of images and videos.
	 * @return the keywords, ordered by id
	 */
	public List<Keyword> keywords() {
		return this.keywords;
	}

	private static final class Holder {

		private static final Catalog INSTANCE = new Catalog();

	}

}
