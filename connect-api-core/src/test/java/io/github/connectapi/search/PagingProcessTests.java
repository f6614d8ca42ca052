package io.github.connectapi.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.search.PagingProcess.Reader;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Searches of 1,000 pages by processes with a heap of 16 MiB. Their images have 100 MB of
 * text.
 */
@Timeout(120)
class PagingProcessTests {

	static final SearchForImages SEARCH = new SearchForImages("tree").withPage(1, 25);

	private static final int PAGES = 1000;

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	PagingProcessTests() {
		this.server.always("SearchForImages", Fault.result(page()));
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "ALL", "ALL_IN_PARALLEL" })
	void whenAThousandPagesAreReadThenTheyNeedLittleMemoryAndOneCallEach(Reader reader) throws Exception {
		assertThat(count(reader)).isEqualTo(PAGES * 25);
		assertThat(starts()).isEqualTo(starts(PAGES));
	}

	@ParameterizedTest
	@EnumSource(names = { "THREE_PAGES", "THREE_PAGES_IN_PARALLEL" })
	void whenThreeOfAThousandPagesAreReadThenNoOtherIsRequested(Reader reader) throws Exception {
		assertThat(count(reader)).isEqualTo(75);
		assertThat(starts()).isEqualTo(starts(3));
	}

	private int count(Reader reader) throws IOException, InterruptedException {
		Process process = PagingProcess.start(this.server.baseUrl(), reader);
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		// Other lines are those of the log.
		String count = output.lines().filter((line) -> line.matches("\\d+")).findFirst().orElseThrow();
		return Integer.parseInt(count);
	}

	/** Return the start numbers of the requested pages. */
	private List<Integer> starts() {
		return this.server.requests("SearchForImages")
			.stream()
			.map((request) -> JsonMapper.shared()
				.readTree(request.body())
				.at("/SearchForImagesRequestBody/ResultOptions/ItemStartNumber")
				.asInt())
			.toList();
	}

	private static List<Integer> starts(int pages) {
		return IntStream.range(0, pages).mapToObj((page) -> page * 25 + 1).toList();
	}

	/** Return a page, which is the same for each request. */
	private static String page() {
		String caption = "tree ".repeat(800);
		return IntStream.rangeClosed(1, 25)
			.mapToObj((number) -> "{\"ImageId\":\"" + number + "\",\"Caption\":\"" + caption + "\"}")
			.collect(Collectors.joining(",", "{\"ItemTotalCount\":" + PAGES * 25 + ",\"Images\":[", "]}"));
	}

}
