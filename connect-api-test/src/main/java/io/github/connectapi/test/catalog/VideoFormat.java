package io.github.connectapi.test.catalog;

import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * The technical side of a video. Texts are the documented names.
 *
 * @param aspectRatios the aspect ratios
 * @param clipLength the length
 * @param color the color type
 * @param era the era
 * @param masteredTo the format to which it was mastered
 * @param originallyShotOn the format on which it was shot
 * @param shotSpeed the speed
 * @param clipType {@code Produced} or {@code Raw}, a filter of editorial videos
 * @param formats {@code HD}, {@code SD} or both, a filter
 * @param sizes the sizes that can be downloaded
 */
@Internal
public record VideoFormat(List<String> aspectRatios, String clipLength, String color, String era, String masteredTo,
		String originallyShotOn, String shotSpeed, String clipType, List<String> formats, List<Size> sizes) {

	/**
	 * A size of a video that can be downloaded.
	 *
	 * @param name the name
	 * @param description the description
	 * @param fileSizeInBytes the size of the file
	 */
	@Internal
	public record Size(String name, String description, int fileSizeInBytes) {

	}

}
