package io.github.connectapi.test.partner;

import java.util.stream.Stream;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageFamily;
import io.github.connectapi.test.operation.OperationErrorException;
import org.jspecify.annotations.Nullable;

/**
 * A channel of asset changes. The ids are those of the fake.
 */
enum Channel {

	ALL(1, null), CREATIVE(2, ImageFamily.CREATIVE), EDITORIAL(3, ImageFamily.EDITORIAL);

	private final int id;

	private final @Nullable ImageFamily family;

	Channel(int id, @Nullable ImageFamily family) {
		this.id = id;
		this.family = family;
	}

	static Channel of(int id) throws OperationErrorException {
		return Stream.of(values())
			.filter((channel) -> channel.id == id)
			.findFirst()
			.orElseThrow(() -> OperationErrorException.invalidRequest("ChannelId must be 1, 2 or 3."));
	}

	boolean contains(Image image) {
		return this.family == null || this.family == image.family();
	}

}
