package io.github.connectapi.search;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Requests of a search.
 */
class SearchForImagesTests {

	private static final SearchForImages ALL = new SearchForImages("");

	@Test
	void whenTheFilterHasOrientationsThenFamiliesDoNotReplaceThem() {
		SearchForImages search = ALL.withOrientations("Horizontal");
		assertThat(search.filter()).isEqualTo(new SearchForImages.Filter(null, List.of("Horizontal")));
		assertThat(search.withImageFamilies("creative").filter())
			.isEqualTo(new SearchForImages.Filter(List.of("creative"), List.of("Horizontal")));
	}

	@Test
	void whenTheFilterHasFamiliesThenOrientationsDoNotReplaceThem() {
		assertThat(ALL.withImageFamilies("creative").withOrientations("Vertical").filter())
			.isEqualTo(new SearchForImages.Filter(List.of("creative"), List.of("Vertical")));
	}

	@Test
	void whenTheListsOfAFilterChangeThenTheFilterIsUnchanged() {
		List<String> families = new ArrayList<>(List.of("creative"));
		List<String> orientations = new ArrayList<>(List.of("Vertical"));
		SearchForImages.Filter filter = new SearchForImages.Filter(families, orientations);
		families.clear();
		orientations.clear();
		assertThat(filter.imageFamilies()).containsExactly("creative");
		assertThat(filter.orientations()).containsExactly("Vertical");
	}

	@Test
	void whenAPageHasNoImageOrStartsBeforeTheFirstThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> ALL.withPage(1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> ALL.withPage(0, 1));
	}

}
