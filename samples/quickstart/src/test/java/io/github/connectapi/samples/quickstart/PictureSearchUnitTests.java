package io.github.connectapi.samples.quickstart;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.SearchForImagesResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests the service with a mock of the API.
 */
class PictureSearchUnitTests {

	@Test
	void whenPicturesAreFoundThenTheirTitlesAreReturned() {
		ConnectApi connect = mock();
		given(connect.call(eq(ConnectOperations.SEARCH_FOR_IMAGES), any(), eq(SearchForImagesResult.class)))
			.willReturn(new SearchForImagesResult(1, 1, 1, List.of(Image.of("81774", "Tree"))));

		assertThat(new PictureSearch(connect).titles("tree")).containsExactly("Tree");
	}

}
