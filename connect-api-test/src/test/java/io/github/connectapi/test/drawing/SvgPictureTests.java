package io.github.connectapi.test.drawing;

import java.nio.charset.StandardCharsets;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SvgPicture}.
 */
class SvgPictureTests {

	@Test
	void whenSvgIsReadThenItHasTitleAndSize() {
		Image image = Catalog.get().images().get(0);
		String svg = new String(SvgPicture.svg(image, 340), StandardCharsets.UTF_8);
		assertThat(svg).startsWith("<svg")
			.contains("<title>Old oak tree in a wheat field</title>")
			.contains("width=\"" + image.appearance().orientation().width(340) + "\"");
	}

	@Test
	void whenImagesDifferThenColorsDiffer() {
		Catalog catalog = Catalog.get();
		assertThat(SvgPicture.svg(catalog.images().get(0), 170))
			.isNotEqualTo(SvgPicture.svg(catalog.images().get(1), 170));
	}

}
