package io.github.connectapi.download;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.call.CallFixture;
import io.github.connectapi.download.GetPreviousDownloadsResult.PreviousDownload;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Paging of downloads that the fake server remembers.
 */
class PreviousDownloadsTests {

	/** Images that cost a download, the latest first. */
	private static final List<String> IDS = Catalog.get()
		.images()
		.stream()
		.filter((image) -> image.rights().authorizationConstraints().isEmpty() && !image.rights().free())
		.filter((image) -> image.rights().offerings().size() == 1)
		.limit(5)
		.map(Image::id)
		.toList();

	private final CallFixture fixture = CallFixture.create();

	private final PreviousDownloads previous = new PreviousDownloads(this.fixture.connect);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenAllAreReadThenTheyAreInOrderAndThePagesEndAtTheTotal() {
		downloadAll();
		assertThat(this.previous.downloads(GetPreviousDownloads.ofPage(1, 2)).map(PreviousDownload::assetId))
			.containsExactlyElementsOf(IDS);
		assertThat(starts()).containsExactly(1, 3, 5);
	}

	@Test
	void whenTheTotalIsAMultipleOfThePageSizeThenNoEmptyPageIsRequested() {
		downloadAll();
		assertThat(this.previous.downloads(GetPreviousDownloads.ofPage(1, 5))).hasSize(5);
		assertThat(starts()).containsExactly(1);
	}

	@Test
	void whenTheFirstPageIsALaterOneThenItContinuesFromThere() {
		downloadAll();
		assertThat(this.previous.downloads(GetPreviousDownloads.ofPage(3, 2)).map(PreviousDownload::assetId))
			.containsExactlyElementsOf(IDS.subList(2, 5));
		assertThat(starts()).containsExactly(3, 5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10_000 })
	void whenThereAreNoneThenThereIsNoPage(int start) {
		assertThat(this.previous.pages(GetPreviousDownloads.ofPage(start, 2))).isEmpty();
		assertThat(starts()).containsExactly(start);
	}

	@Test
	void whenPagesAreReadByIteratorThenEachIsRequestedWhenNeeded() {
		downloadAll();
		Iterator<GetPreviousDownloadsResult> pages = this.previous.pages(GetPreviousDownloads.ofPage(1, 2)).iterator();
		assertThat(starts()).isEmpty();
		pages.next();
		assertThat(starts()).containsExactly(1);
		pages.next();
		assertThat(starts()).containsExactly(1, 3);
	}

	static Stream<Function<Stream<PreviousDownload>, Object>> needingThree() {
		return Stream.of((all) -> all.limit(3).toList(), (all) -> all.limit(3).parallel().toList(),
				(all) -> all.parallel().limit(3).sorted(Comparator.comparing(PreviousDownload::assetId)).toList(),
				(all) -> all.parallel().filter((each) -> IDS.get(2).equals(each.assetId())).findFirst(),
				(all) -> all.parallel().anyMatch((each) -> IDS.get(2).equals(each.assetId())),
				(all) -> all.parallel().takeWhile((each) -> !IDS.get(2).equals(each.assetId())).toList(),
				(all) -> all.skip(2).limit(1).toList());
	}

	@ParameterizedTest
	@MethodSource("needingThree")
	void whenThreeAreNeededThenTwoPagesOfTwoAreRequested(Function<Stream<PreviousDownload>, Object> reader) {
		downloadAll();
		reader.apply(this.previous.downloads(GetPreviousDownloads.ofPage(1, 2)));
		assertThat(starts()).containsExactly(1, 3);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenASpliteratorIsToBeSplitThenNothingIsRequested(boolean parallel) {
		Stream<PreviousDownload> all = this.previous.downloads(GetPreviousDownloads.ofPage(1, 2));
		Spliterator<PreviousDownload> spliterator = (parallel ? all.parallel() : all).spliterator();
		assertThat(spliterator.trySplit()).isNull();
		assertThat(starts()).isEmpty();
	}

	@Test
	void whenAllAreReadInParallelThenEachPageIsRequestedOnce() {
		downloadAll();
		assertThat(this.previous.downloads(GetPreviousDownloads.ofPage(1, 2))
			.parallel()
			.map(PreviousDownload::assetId)
			.toList()).containsExactlyElementsOf(IDS);
		assertThat(starts()).containsExactly(1, 3, 5);
	}

	@Test
	void whenThePageIsShorterThanRequestedThenTheNextStartsAfterTheReceivedOnes() {
		respond(result(2, "4"), result(2, "4"));
		assertThat(this.previous.downloads(GetPreviousDownloads.ofPage(1, 3))).hasSize(4);
		assertThat(starts()).containsExactly(1, 3);
	}

	@Test
	void whenTheTotalIsMissingThenAPageThatIsNotFullIsTheLast() {
		respond(result(2, "null"), result(2, "null"), result(1, "null"));
		assertThat(this.previous.downloads(GetPreviousDownloads.ofPage(1, 2))).hasSize(5);
		assertThat(starts()).containsExactly(1, 3, 5);
	}

	@Test
	void whenTheTotalIsTooLargeThenAnEmptyPageEndsTheStream() {
		respond(result(2, "1000"), result(0, "1000"));
		assertThat(this.previous.downloads(GetPreviousDownloads.ofPage(1, 2))).hasSize(2);
		assertThat(starts()).containsExactly(1, 3);
	}

	@Test
	void whenAPageFailsThenTheStreamThrowsTheFailure() {
		downloadAll();
		Iterator<GetPreviousDownloadsResult> pages = this.previous.pages(GetPreviousDownloads.ofPage(1, 2)).iterator();
		pages.next();
		this.fixture.server.always("GetPreviousDownloads", Fault.status(503));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(pages::hasNext);
	}

	/** Download one after the other, the last of the list first. */
	private void downloadAll() {
		for (int i = IDS.size() - 1; i >= 0; i--) {
			this.fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
					CreateDownloadRequest.of(this.fixture.server.issueDownloadToken(IDS.get(i))));
		}
	}

	private void respond(String... results) {
		for (String result : results) {
			this.fixture.server.enqueue("GetPreviousDownloads", Fault.result(result));
		}
	}

	private static String result(int received, String total) {
		List<String> items = IntStream.range(0, received).mapToObj((item) -> "{\"AssetId\":\"1\"}").toList();
		return "{\"ItemTotalCount\":%s,\"PreviousDownloads\":%s}".formatted(total, items);
	}

	/** Return the start numbers of the requested pages. */
	private List<Integer> starts() {
		return this.fixture.server.requests("GetPreviousDownloads")
			.stream()
			.map((request) -> JsonMapper.shared()
				.readTree(request.body())
				.at("/GetPreviousDownloadsRequestBody/ItemStartNumber")
				.asInt())
			.toList();
	}

}
