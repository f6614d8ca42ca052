package io.github.connectapi.search;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.call.CallFixture;
import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Searches whose page is empty, which the server reports as a warning or an error.
 */
class EmptyPageTests {

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenNothingMatchesThenThereIsNoPage(boolean error) {
		try (CallFixture fixture = fixture(error)) {
			assertThat(new ImageSearch(fixture.connect).pages(new SearchForImages("submarine"))).isEmpty();
			assertThat(fixture.server.count("SearchForImages")).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenTheFirstPageIsAfterTheLastThenThereIsNoPage(boolean error) {
		try (CallFixture fixture = fixture(error)) {
			SearchForImages search = new SearchForImages("tree").withPage(10_000, 25);
			assertThat(new ImageSearch(fixture.connect).images(search)).isEmpty();
			assertThat(fixture.server.count("SearchForImages")).isOne();
		}
	}

	private static CallFixture fixture(boolean error) {
		return CallFixture.withServer(FakeConnectServer.builder().emptyPagesAsErrors(error));
	}

}
