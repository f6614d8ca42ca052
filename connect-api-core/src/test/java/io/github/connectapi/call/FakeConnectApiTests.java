package io.github.connectapi.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForImagesResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application can replace {@link ConnectApi} with a hand-written fake that uses public
 * API only.
 */
class FakeConnectApiTests {

	private final FakeConnectApi fake = new FakeConnectApi();

	@Test
	void whenAnOperationIsCalledThenTheFakeReadsOperationAndBody() {
		Map<?, ?> result = this.fake.call(ConnectOperations.GET_COUNTRIES, Map.of("LanguageCode", "en-us"), Map.class);
		assertThat(result).isEqualTo(Map.of("Operation", "GetCountries", "Body", Map.of("LanguageCode", "en-us")));
	}

	@Test
	void whenATypedOperationIsCalledThenTheFakeReadsTheTypedBody() {
		assertThat(new ImageSearch(this.fake).page(new SearchForImages("oak")).images()).extracting(Image::title)
			.containsExactly("A picture of oak");
	}

	@Test
	void whenAnOperationIsCalledThenTheRequestCanBeCompared() {
		this.fake.call(ConnectOperations.REPORT_USAGE, Map.of("Id", 7));
		assertThat(this.fake.requests)
			.containsExactly(ConnectRequest.of(ConnectOperations.REPORT_USAGE, Map.of("Id", 7)));
	}

	@Test
	void whenACustomOperationIsEqualToAConstantThenTheFakeRecognizesIt() {
		ConnectOperation custom = ConnectOperation.of("usage", "ReportUsage").withResultKey("ReportUsageResponseBody");
		this.fake.call(custom, Map.of());
		assertThat(this.fake.requests.get(0).operation()).isEqualTo(ConnectOperations.REPORT_USAGE);
	}

	private static final class FakeConnectApi implements ConnectApi {

		private final List<ConnectRequest> requests = new ArrayList<>();

		@Override
		public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
			this.requests.add(request);
			return new ConnectResponse<>(resultType.cast(result(request)), "fake", List.of());
		}

		private static Object result(ConnectRequest request) {
			if (request.operation().equals(ConnectOperations.SEARCH_FOR_IMAGES)
					&& request.body() instanceof SearchForImages search) {
				Image image = Image.of("1", "A picture of " + search.query().searchPhrase());
				return new SearchForImagesResult(1, 1, 1, List.of(image));
			}
			boolean hasResult = !request.operation().equals(ConnectOperations.REPORT_USAGE);
			return hasResult ? Map.of("Operation", request.operation().name(), "Body", request.body()) : null;
		}

	}

}
