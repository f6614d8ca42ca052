package io.github.connectapi.download;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.call.CallFixture;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Typed requests and results of CreateDownloadRequest.
 */
class CreateDownloadRequestTests {

	@Test
	void whenADownloadIsRequestedThenItsUrlIsReturned() {
		try (CallFixture fixture = CallFixture.create()) {
			var result = fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST, CreateDownloadRequest
				.of(fixture.server.issueDownloadToken("90000008"), fixture.server.issueDownloadToken("90000001")),
					CreateDownloadRequestResult.class);
			assertThat(result.downloadUrls()).extracting(CreateDownloadRequestResult.DownloadUrl::imageId)
				.containsExactly("90000008", "90000001");
			assertThat(result.downloadUrls().get(0)).hasNoNullFieldsOrPropertiesExcept("sizeName");
			assertThat(result.downloadUrls().get(0).urlAttachment()).startsWith(fixture.server.baseUrl());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"DownloadUrls\":null}" })
	void whenThereAreNoUrlsThenTheListIsEmpty(String json) {
		try (CallFixture fixture = CallFixture.create()) {
			fixture.server.enqueue("CreateDownloadRequest", Fault.result(json));
			assertThat(fixture.connect
				.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST, CreateDownloadRequest.of("any"),
						CreateDownloadRequestResult.class)
				.downloadUrls()).isEmpty();
		}
	}

	@Test
	void whenARequestIsPrintedThenItsDownloadTokensAreNotShown() {
		assertThat(CreateDownloadRequest.of("canary").toString()).contains("******").doesNotContain("canary");
	}

	@Test
	void whenTheListOfItemsChangesAfterwardsThenTheRequestIsUnchanged() {
		List<CreateDownloadRequest.Item> items = new ArrayList<>(List.of(new CreateDownloadRequest.Item("a")));
		CreateDownloadRequest request = new CreateDownloadRequest(items);
		items.clear();
		assertThat(request.downloadItems()).hasSize(1);
	}

}
