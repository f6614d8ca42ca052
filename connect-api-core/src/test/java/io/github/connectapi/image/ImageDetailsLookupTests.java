package io.github.connectapi.image;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.typed.OperationFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Lookups of images, which the server reports as missing by an error, by a warning or not
 * at all.
 */
class ImageDetailsLookupTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_IMAGE_DETAILS);

	private final ImageDetailsLookup lookup = new ImageDetailsLookup(this.operation.connect);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheImageExistsThenItsDetailsAreReturned() {
		respond("1");
		assertThat(this.lookup.details("1").imageId()).isEqualTo("1");
	}

	@Test
	void whenTheImageIsMissingInTheResultThenTheCodeSaysSo() {
		respond("2");
		assertThatExceptionOfType(ConnectOperationException.class).isThrownBy(() -> this.lookup.details("1"))
			.satisfies((failure) -> {
				assertThat(failure.code()).hasValue("ImageNotFound");
				assertThat(failure.operation()).hasValue("GetImageDetails");
				assertThat(failure.isTransient()).isFalse();
				assertThat(failure).hasMessageContaining(failure.coordinationId().orElseThrow());
			});
	}

	@Test
	void whenTheServerReportsAMissingImageThenTheCodeIsTheSame() {
		notFound();
		assertThatExceptionOfType(ConnectOperationException.class).isThrownBy(() -> this.lookup.details("1"))
			.satisfies((failure) -> assertThat(failure.code()).hasValue("ImageNotFound"));
	}

	@Test
	void whenAnImageMayNotExistThenItIsEmpty() {
		notFound();
		assertThat(this.lookup.find("1")).isEmpty();
		respond();
		assertThat(this.lookup.find("1")).isEmpty();
		respond("1");
		assertThat(this.lookup.find("1")).isPresent();
	}

	@Test
	void whenThereIsAnotherErrorThenItIsThrown() {
		this.operation.server.enqueue("GetImageDetails", Fault.error("InvalidRequest", "no"));
		assertThatExceptionOfType(ConnectOperationException.class).isThrownBy(() -> this.lookup.find("1"));
	}

	@Test
	void whenThereAreManyImagesThenNinetyAreRequestedAtATime() {
		List<String> ids = IntStream.rangeClosed(1, 91).mapToObj(Integer::toString).toList();
		respond(ids.subList(0, 89).toArray(String[]::new));
		respond("91");
		assertThat(this.lookup.findAll(ids).keySet()).hasSize(90).startsWith("1", "2").endsWith("89", "91");
		assertThat(this.operation.lastRequest().path("ImageIds")).hasSize(1);
	}

	@Test
	void whenAnIdIsRepeatedThenItIsRequestedOnce() {
		respond("1");
		assertThat(this.lookup.findAll(List.of("1", "1"))).containsOnlyKeys("1");
		assertThat(this.operation.lastRequest().path("ImageIds")).hasSize(1);
	}

	@Test
	void whenThereAreNoIdsThenNothingIsRequested() {
		assertThat(this.lookup.findAll(List.of())).isEmpty();
		assertThat(this.operation.server.requests()).isEmpty();
	}

	private void notFound() {
		this.operation.server.enqueue("GetImageDetails", Fault.error("ImageNotFound", "no"));
	}

	private void respond(String... ids) {
		this.operation.respond(List.of(ids)
			.stream()
			.map((id) -> "{\"ImageId\":\"" + id + "\"}")
			.collect(Collectors.joining(",", "{\"Images\":[", "]}")));
	}

}
