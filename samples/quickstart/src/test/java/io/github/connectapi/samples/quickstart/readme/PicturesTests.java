package io.github.connectapi.samples.quickstart.readme;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.SearchForImagesResult;

import static io.github.connectapi.operation.ConnectOperations.SEARCH_FOR_IMAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

@SpringBootTest(properties = "getty.connect.enabled=false")
class PicturesTests {

	@MockitoBean
	private ConnectApi connect;

	@MockitoBean
	private ImageLicensing licensing;

	@Autowired
	private Pictures pictures;

	@Test
	void whenSearchedThenImagesAreReturned() {
		var found = new SearchForImagesResult(1, 1, 1, List.of(Image.of("81774", "Oak")));
		given(this.connect.call(eq(SEARCH_FOR_IMAGES), any(), any())).willReturn(found);

		assertThat(this.pictures.search("oak tree")).isEqualTo(found.images());
	}

}
