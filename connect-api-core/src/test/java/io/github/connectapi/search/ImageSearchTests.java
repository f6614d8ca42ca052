package io.github.connectapi.search;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.call.CallFixture;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Searches over the twelve images of the fake server.
 */
class ImageSearchTests {

	/** The images of the fake server that match the search for all of them. */
	private static final List<String> IDS = Stream.of(6, 7, 53, 110, 121, 178, 235, 246, 303, 360, 371, 428)
		.map((number) -> String.valueOf(90000000 + number))
		.toList();

	private static final SearchForImages ALL = new SearchForImages("bridge");

	private final CallFixture fixture = CallFixture.create();

	private final ImageSearch search = new ImageSearch(this.fixture.connect);

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenAPageIsRequestedThenItsImagesHaveTheirFields() {
		SearchForImagesResult page = this.search.page(new SearchForImages("oak wheat").withImageFamilies("creative"));
		assertThat(page.itemTotalCount()).isOne();
		assertThat(page.itemStartNumber()).isOne();
		assertThat(page.itemCount()).isOne();
		assertThat(page.images()).singleElement().satisfies((image) -> {
			assertThat(image)
				.extracting("imageId", "title", "artist", "caption", "collectionName", "imageFamily", "licensingModel",
						"urlPreview", "urlThumb")
				.doesNotContainNull();
			assertThat(image.title()).isEqualTo("Old oak tree in a wheat field");
			assertThat(image.dateCreated()).isEqualTo("2011-05-14T20:00:00Z");
		});
	}

	@Test
	void whenFamiliesAreExcludedThenTheirImagesAreNotFound() {
		assertThat(this.search.page(new SearchForImages("oak wheat").withImageFamilies("editorial")).images())
			.isEmpty();
	}

	@Test
	void whenAllImagesAreReadThenTheyAreInOrderAndThePagesEndAtTheTotal() {
		assertThat(this.search.images(ALL.withPage(1, 5)).map(Image::imageId)).containsExactlyElementsOf(IDS);
		assertThat(starts()).containsExactly(1, 6, 11);
	}

	@Test
	void whenTheTotalIsAMultipleOfThePageSizeThenNoEmptyPageIsRequested() {
		assertThat(this.search.images(ALL.withPage(1, 6))).hasSize(12);
		assertThat(starts()).containsExactly(1, 7);
	}

	@Test
	void whenTheLastPageHasOneImageThenItIsReturned() {
		assertThat(this.search.images(ALL.withPage(1, 11))).hasSize(12);
		assertThat(starts()).containsExactly(1, 12);
	}

	@Test
	void whenTheSearchStartsLaterThenItContinuesFromThere() {
		assertThat(this.search.images(ALL.withPage(8, 3)).map(Image::imageId))
			.containsExactlyElementsOf(IDS.subList(7, 12));
		assertThat(starts()).containsExactly(8, 11);
	}

	@Test
	void whenTheStreamIsLimitedToOneImageThenOnePageIsRequested() {
		assertThat(this.search.images(ALL.withPage(1, 2)).limit(1)).hasSize(1);
		assertThat(starts()).containsExactly(1);
	}

	@Test
	void whenPagesAreReadByIteratorThenEachIsRequestedWhenNeeded() {
		Iterator<SearchForImagesResult> pages = this.search.pages(ALL.withPage(1, 5)).iterator();
		assertThat(this.fixture.server.requests()).isEmpty();
		pages.next();
		assertThat(starts()).containsExactly(1);
		pages.next();
		assertThat(starts()).containsExactly(1, 6);
	}

	static Stream<Function<Stream<Image>, Object>> needingThreeImages() {
		return Stream.of((images) -> images.limit(3).toList(), (images) -> images.limit(3).parallel().toList(),
				(images) -> images.parallel().limit(3).sorted(Comparator.comparing(Image::imageId)).toList(),
				(images) -> images.parallel().filter((image) -> IDS.get(2).equals(image.imageId())).findFirst(),
				(images) -> images.parallel().anyMatch((image) -> IDS.get(2).equals(image.imageId())),
				(images) -> images.parallel().takeWhile((image) -> !IDS.get(2).equals(image.imageId())).toList(),
				(images) -> images.parallel().flatMap((image) -> Stream.of(image, image)).limit(6).toList(),
				(images) -> Stream.of(1).flatMap((search) -> images).parallel().limit(3).toList(),
				(images) -> next(images.iterator(), 3), (images) -> next(images.parallel().iterator(), 3),
				(images) -> images.skip(2).limit(1).toList());
	}

	@ParameterizedTest
	@MethodSource("needingThreeImages")
	void whenThreeImagesAreNeededThenTwoPagesOfTwoAreRequested(Function<Stream<Image>, Object> reader) {
		reader.apply(this.search.images(ALL.withPage(1, 2)));
		assertThat(starts()).containsExactly(1, 3);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenASpliteratorIsToBeSplitThenNothingIsRequested(boolean parallel) {
		Stream<Image> images = this.search.images(ALL);
		Spliterator<Image> spliterator = (parallel ? images.parallel() : images).spliterator();
		assertThat(spliterator.trySplit()).isNull();
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenAllImagesAreReadInParallelThenEachPageIsRequestedOnce() {
		assertThat(this.search.images(ALL.withPage(1, 5)).parallel().map(Image::imageId).toList())
			.containsExactlyElementsOf(IDS);
		assertThat(starts()).containsExactly(1, 6, 11);
	}

	@Test
	void whenNothingIsFoundThenThereIsNoPage() {
		assertThat(this.search.pages(new SearchForImages("submarine"))).isEmpty();
		assertThat(starts()).containsExactly(1);
	}

	@Test
	void whenThePageIsShorterThanRequestedThenTheNextStartsAfterTheReceivedImages() {
		respond(result(12, 4), result(12, 4));
		assertThat(this.search.images(ALL.withPage(1, 5))).hasSize(4 + 4 + 4);
		assertThat(starts()).containsExactly(1, 5, 9);
		assertThat(sent("ItemCount")).containsExactly(5, 5, 5);
	}

	@Test
	void whenTheTotalIsTooLargeThenAnEmptyPageEndsTheSearch() {
		respond(result(1000, 5), result(1000, 5), result(1000, 0));
		assertThat(this.search.images(ALL.withPage(1, 5))).hasSize(10);
		assertThat(starts()).containsExactly(1, 6, 11);
	}

	@Test
	void whenAnEmptyPageEndsTheSearchThenNoFurtherPageIsRequested() {
		respond(result(1000, 0));
		Iterator<SearchForImagesResult> pages = this.search.pages(ALL.withPage(1, 5)).iterator();
		assertThat(pages.hasNext()).isFalse();
		assertThat(pages.hasNext()).isFalse();
		assertThat(starts()).containsExactly(1);
	}

	@Test
	void whenThereAreNoImagesInTheResultThenThePageIsEmpty() {
		respond("{\"ItemTotalCount\":1000,\"ItemCount\":0,\"ItemStartNumber\":1,\"Images\":null}");
		assertThat(this.search.images(ALL)).isEmpty();
	}

	@Test
	void whenTheTotalIsTooSmallThenTheReceivedImagesAreReturned() {
		respond(result(0, 5));
		assertThat(this.search.images(ALL.withPage(1, 5))).hasSize(5);
		assertThat(starts()).containsExactly(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"ItemCount\":null,\"ItemStartNumber\":null," })
	void whenCountAndStartAreMissingThenTheyAreDerivedFromImagesAndRequest(String numbers) {
		respond("{" + numbers + "\"ItemTotalCount\":12,\"Images\":[{\"ImageId\":\"1\"},{\"ImageId\":\"2\"}]}");
		SearchForImagesResult page = this.search.page(ALL.withPage(6, 5));
		assertThat(page.itemCount()).isEqualTo(2);
		assertThat(page.itemStartNumber()).isEqualTo(6);
		assertThat(page.images()).hasSize(2);
	}

	@Test
	void whenTheServerReturnsTheStartOfAPageThenItIsUsed() {
		respond("{\"ItemCount\":7,\"ItemStartNumber\":4,\"ItemTotalCount\":12,\"Images\":[]}");
		SearchForImagesResult page = this.search.page(ALL.withPage(6, 5));
		assertThat(page.itemCount()).isEqualTo(7);
		assertThat(page.itemStartNumber()).isEqualTo(4);
	}

	@Test
	void whenAnImageHasNoIdThenItIsNull() {
		respond("{\"ItemTotalCount\":1,\"Images\":[{\"Title\":\"t\"}]}");
		assertThat(this.search.page(ALL).images()).singleElement().extracting(Image::imageId).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"ItemCount\":1,\"ItemStartNumber\":1,\"Images\":[]}",
			"{\"ItemCount\":1,\"ItemStartNumber\":1,\"ItemTotalCount\":null}",
			"{\"ItemCount\":1,\"ItemStartNumber\":1,\"ItemTotalCount\":2147483648}" })
	void whenTheTotalIsNotANumberThenThePageCannotBeConverted(String result) {
		respond(result);
		assertThatExceptionOfType(ConnectProtocolException.class).isThrownBy(() -> this.search.page(ALL))
			.withMessageContaining("at ItemTotalCount");
	}

	@Test
	void whenTheSearchReachesTheMaximumNumberThenItEnds() {
		respond(result(Integer.MAX_VALUE, 5));
		assertThat(this.search.images(ALL.withPage(Integer.MAX_VALUE - 1, 5))).hasSize(5);
		assertThat(starts()).containsExactly(Integer.MAX_VALUE - 1);
	}

	@Test
	void whenAPageFailsThenTheStreamThrowsTheFailure() {
		Iterator<SearchForImagesResult> pages = this.search.pages(ALL.withPage(1, 5)).iterator();
		pages.next();
		this.fixture.server.always("SearchForImages", Fault.status(503));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(pages::hasNext);
	}

	@Test
	void whenASecondStreamIsCreatedThenItStartsANewSearch() {
		assertThat(this.search.images(ALL.withPage(1, 12))).hasSize(12);
		assertThat(this.search.images(ALL.withPage(1, 12))).hasSize(12);
	}

	private void respond(String... results) {
		for (String result : results) {
			this.fixture.server.enqueue("SearchForImages", Fault.result(result));
		}
	}

	private static String result(int total, int images) {
		return IntStream.range(0, images)
			.mapToObj((image) -> "{\"ImageId\":\"" + image + "\"}")
			.collect(Collectors.joining(",",
					"{\"ItemCount\":" + images + ",\"ItemStartNumber\":1,\"ItemTotalCount\":" + total + ",\"Images\":[",
					"]}"));
	}

	private static List<Image> next(Iterator<Image> images, int count) {
		return Stream.generate(images::next).limit(count).toList();
	}

	/** Return the start numbers of the requested pages. */
	private List<Integer> starts() {
		return sent("ItemStartNumber");
	}

	private List<Integer> sent(String option) {
		return this.fixture.server.requests("SearchForImages").stream().map((request) -> {
			JsonNode body = JsonMapper.shared().readTree(request.body());
			return body.at("/SearchForImagesRequestBody/ResultOptions/" + option).asInt();
		}).toList();
	}

}
