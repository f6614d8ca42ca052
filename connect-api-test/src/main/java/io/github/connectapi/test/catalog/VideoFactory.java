package io.github.connectapi.test.catalog;

import java.util.List;
import java.util.stream.IntStream;

import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * Creates the videos. A video shows the scenes of some images.
 */
final class VideoFactory {

	private static final int COUNT = 28;

	private static final int FIRST_ID = 80000001;

	private static final List<String> RELEASES = List.of("ModelAndPropertyReleased", "ModelReleased",
			"NoReleaseRequired", "NotReleased", "PartiallyReleased", "PropertyReleased");

	private static final List<String> LICENSE_TYPES = List.of("RightsReady", "RoyaltyFree");

	private final List<Image> images;

	VideoFactory(List<Image> images) {
		this.images = images;
	}

	List<Video> videos() {
		return IntStream.range(0, COUNT).mapToObj(this::video).toList();
	}

	private Video video(int index) {
		Image image = this.images.get(index * 15 % this.images.size());
		Dice dice = new Dice(FIRST_ID + index);
		boolean editorial = image.family() == ImageFamily.EDITORIAL;
		List<String> storyboard = this.images.stream()
			.filter((other) -> other.appearance().scenery().subject() == image.appearance().scenery().subject())
			.map(Image::id)
			.filter((id) -> !id.equals(image.id()))
			.limit(3)
			.toList();
		return new Video(Integer.toString(FIRST_ID + index), image.title(),
				image.title() + ". A video of the fake Connect API.", image.artist(), image.family(),
				image.collection(), image.created(), image.rights(),
				(editorial ? "RightsManaged" : dice.pick(LICENSE_TYPES)),
				(editorial ? "NotReleased" : dice.pick(RELEASES)), image.editorial().sourceName(), format(image, dice),
				image.keywords(),
				IntStream.rangeClosed(0, storyboard.size())
					.mapToObj((number) -> (number == 0) ? image.id() : storyboard.get(number - 1))
					.toList(),
				image.words());
	}

	private static VideoFormat format(Image image, Dice dice) {
		boolean archival = image.created().getYear() < 2000;
		boolean wide = !archival && dice.chance(75);
		String seconds = "00:00:%02d:00".formatted(8 + dice.next(50));
		VideoFormat.Size small = new VideoFormat.Size("NTSC", "720x480 29.97p QuickTime", 400_000 + dice.next(100_000));
		VideoFormat.Size large = new VideoFormat.Size("HD1080", "1920x1080 25p QuickTime",
				1_200_000 + dice.next(200_000));
		return new VideoFormat(List.of(wide ? "16:9" : "4:3"), seconds, image.appearance().colorType(),
				(archival ? "Archival" : "Contemporary"),
				(wide ? "QuickTime 8-bit Photo-JPEG HD 1080 25p" : "QuickTime SD"),
				(archival ? "16mm film" : "HD 1080 25p 50 Mbit/s"),
				dice.pick(List.of("RealTime", "SlowMotion", "TimeLapse")), (dice.chance(50) ? "Produced" : "Raw"),
				(wide ? List.of("HD", "SD") : List.of("SD")), (wide ? List.of(small, large) : List.of(small)));
	}

}
