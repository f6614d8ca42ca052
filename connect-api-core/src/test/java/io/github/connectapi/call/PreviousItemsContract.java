package io.github.connectapi.call;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Contract of the paging of downloads or purchases that the fake server remembers.
 *
 * @param <P> the type of a page
 * @param <T> the type of an item
 */
public abstract class PreviousItemsContract<P, T> {

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

	private final String name;

	protected PreviousItemsContract(String name) {
		this.name = name;
	}

	protected abstract Stream<P> pages(ConnectApi connect, int start, int size);

	protected abstract Stream<T> items(ConnectApi connect, int start, int size);

	protected abstract @Nullable String assetId(T item);

	private Stream<P> pages(int start, int size) {
		return pages(this.fixture.connect, start, size);
	}

	private Stream<T> items(int start, int size) {
		return items(this.fixture.connect, start, size);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenAllAreReadThenTheyAreInOrderAndThePagesEndAtTheTotal() {
		downloadAll();
		assertThat(items(1, 2).map(this::assetId)).containsExactlyElementsOf(IDS);
		assertThat(starts()).containsExactly(1, 3, 5);
	}

	@Test
	void whenTheTotalIsAMultipleOfThePageSizeThenNoEmptyPageIsRequested() {
		downloadAll();
		assertThat(items(1, 5)).hasSize(5);
		assertThat(starts()).containsExactly(1);
	}

	@Test
	void whenTheFirstPageIsALaterOneThenItContinuesFromThere() {
		downloadAll();
		assertThat(items(3, 2).map(this::assetId)).containsExactlyElementsOf(IDS.subList(2, 5));
		assertThat(starts()).containsExactly(3, 5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 10_000 })
	void whenThereAreNoneThenThereIsNoPage(int start) {
		assertThat(pages(start, 2)).isEmpty();
		assertThat(starts()).containsExactly(start);
	}

	@Test
	void whenPagesAreReadByIteratorThenEachIsRequestedWhenNeeded() {
		downloadAll();
		Iterator<P> pages = pages(1, 2).iterator();
		assertThat(starts()).isEmpty();
		pages.next();
		assertThat(starts()).containsExactly(1);
		pages.next();
		assertThat(starts()).containsExactly(1, 3);
	}

	static Stream<Function<Stream<String>, Object>> needingThree() {
		return Stream.of((ids) -> ids.limit(3).toList(), (ids) -> ids.limit(3).parallel().toList(),
				(ids) -> ids.parallel().limit(3).sorted().toList(),
				(ids) -> ids.parallel().filter(IDS.get(2)::equals).findFirst(),
				(ids) -> ids.parallel().anyMatch(IDS.get(2)::equals),
				(ids) -> ids.parallel().takeWhile((each) -> !IDS.get(2).equals(each)).toList(),
				(ids) -> ids.skip(2).limit(1).toList());
	}

	@ParameterizedTest
	@MethodSource("needingThree")
	void whenThreeAreNeededThenTwoPagesOfTwoAreRequested(Function<Stream<String>, Object> reader) {
		downloadAll();
		reader.apply(items(1, 2).map(this::assetId));
		assertThat(starts()).containsExactly(1, 3);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenASpliteratorIsToBeSplitThenNothingIsRequested(boolean parallel) {
		Stream<T> all = items(1, 2);
		Spliterator<T> spliterator = (parallel ? all.parallel() : all).spliterator();
		assertThat(spliterator.trySplit()).isNull();
		assertThat(starts()).isEmpty();
	}

	@Test
	void whenAllAreReadInParallelThenEachPageIsRequestedOnce() {
		downloadAll();
		assertThat(items(1, 2).parallel().map(this::assetId).toList()).containsExactlyElementsOf(IDS);
		assertThat(starts()).containsExactly(1, 3, 5);
	}

	@Test
	void whenThePageIsShorterThanRequestedThenTheNextStartsAfterTheReceivedOnes() {
		respond(result(2, "4"), result(2, "4"));
		assertThat(items(1, 3)).hasSize(4);
		assertThat(starts()).containsExactly(1, 3);
	}

	@Test
	void whenTheTotalIsMissingThenAPageThatIsNotFullIsTheLast() {
		respond(result(2, "null"), result(2, "null"), result(1, "null"));
		assertThat(items(1, 2)).hasSize(5);
		assertThat(starts()).containsExactly(1, 3, 5);
	}

	@Test
	void whenTheTotalIsTooLargeThenAnEmptyPageEndsTheStream() {
		respond(result(2, "1000"), result(0, "1000"));
		assertThat(items(1, 2)).hasSize(2);
		assertThat(starts()).containsExactly(1, 3);
	}

	@Test
	void whenAPageFailsThenTheStreamThrowsTheFailure() {
		downloadAll();
		Iterator<P> pages = pages(1, 2).iterator();
		pages.next();
		this.fixture.server.always("GetPrevious" + this.name, Fault.status(503));
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
			this.fixture.server.enqueue("GetPrevious" + this.name, Fault.result(result));
		}
	}

	private String result(int received, String total) {
		List<String> items = IntStream.range(0, received).mapToObj((item) -> "{\"AssetId\":\"1\"}").toList();
		return "{\"ItemTotalCount\":%s,\"Previous%s\":%s}".formatted(total, this.name, items);
	}

	/** Return the start numbers of the requested pages. */
	private List<Integer> starts() {
		return this.fixture.server.requests("GetPrevious" + this.name)
			.stream()
			.map((request) -> JsonMapper.shared()
				.readTree(request.body())
				.at("/GetPrevious%sRequestBody/ItemStartNumber".formatted(this.name))
				.asInt())
			.toList();
	}

}
