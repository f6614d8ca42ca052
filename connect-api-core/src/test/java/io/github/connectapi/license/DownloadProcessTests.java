package io.github.connectapi.license;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Downloads by other processes, which are killed or have a heap of 16 MiB.
 */
@Timeout(120)
class DownloadProcessTests {

	private static final int SIZE = 50_000_000;

	private static final int BREAK = 30_000_000;

	@TempDir
	private Path directory;

	@Test
	void whenAProcessIsKilledThenAnotherResumesFromTheStoredLicense() throws Exception {
		try (FileServer server = FileServer.start(SIZE)) {
			server.next(server.stallingAt(BREAK));
			Path license = store(server);
			Path target = this.directory.resolve("oak.jpg");
			Path part = this.directory.resolve("oak.jpg.part");
			Process process = DownloadProcess.start(license, target);
			while (!Files.exists(part) || Files.size(part) < BREAK) {
				assertThat(process.isAlive()).isTrue();
				Thread.sleep(10);
			}
			process.destroyForcibly().waitFor();
			assertThat(target).doesNotExist();
			assertThat(DownloadProcess.start(license, target).waitFor()).isZero();
			assertThat(target).hasBinaryContent(server.content());
			assertThat(part).doesNotExist();
			assertThat(server.requests()).hasSize(2);
			assertThat(server.requests().get(1).start()).isEqualTo(BREAK);
		}
	}

	@Test
	void whenTheHeapIsSmallerThanTheFileThenItIsDownloaded() throws Exception {
		try (FileServer server = FileServer.start(SIZE)) {
			Path target = this.directory.resolve("oak.jpg");
			assertThat(DownloadProcess.start(store(server), target).waitFor()).isZero();
			assertThat(target).hasBinaryContent(server.content());
		}
	}

	private Path store(FileServer server) throws IOException {
		License license = DownloadFixture.license(server.url(), (long) SIZE);
		return Files.writeString(this.directory.resolve("license"), license.toText());
	}

}
