package io.github.connectapi.license;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.ConnectDownloadException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Downloads with short times, of licenses whose address contains a canary.
 */
final class DownloadFixture {

	private DownloadFixture() {
	}

	static FileDownloads downloads() {
		return builder().build();
	}

	static FileDownloadsBuilder builder() {
		return FileDownloads.builder(client()).backoff(Duration.ofMillis(1)).progressTimeout(Duration.ofSeconds(20));
	}

	static ConnectClient client() {
		return ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).build();
	}

	static License license(String address) {
		return license(address, null);
	}

	static License license(String address, Long fileSize) {
		return License.builder("123", "id-1", Instant.EPOCH, Secret.of(address)).fileSize(fileSize).build();
	}

	/** Return the failure, after checking that it does not contain the canary. */
	static ConnectDownloadException failure(Reason reason, ThrowingCallable download) {
		ConnectDownloadException failure = catchThrowableOfType(ConnectDownloadException.class, download);
		assertThat(failure).as("failure").isNotNull();
		assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain("canary");
		return failure;
	}

	/** Return the names of the files in a directory. */
	static List<String> files(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
