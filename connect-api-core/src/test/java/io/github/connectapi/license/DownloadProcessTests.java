package io.github.connectapi.license;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.license.ConnectDownloadException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Downloads by other processes, which are killed, have a heap of 16 MiB, or a full disk.
 */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
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
			assertThat(target).binaryContent().isEqualTo(server.content());
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
			assertThat(target).binaryContent().isEqualTo(server.content());
		}
	}

	@Test
	void whenTheFileCannotBeWrittenCompletelyThenItResumesWithMoreSpace() throws Exception {
		try (FileServer server = FileServer.start(200_000)) {
			Path license = store(server);
			Path target = this.directory.resolve("oak.jpg");
			assertThat(DownloadProcess.start("ulimit -f 64 && exec \"$@\"", license.toString(), target).waitFor())
				.isEqualTo(DownloadProcess.exitStatus(Reason.DISK));
			assertThat(target).doesNotExist();
			assertThat(this.directory.resolve("oak.jpg.part")).hasSize(64 * 1024);
			assertThat(DownloadProcess.start(license, target).waitFor()).isZero();
			assertThat(target).binaryContent().isEqualTo(server.content());
			assertThat(server.requests().get(1).start()).isEqualTo(64 * 1024);
			assertThat(DownloadFixture.files(this.directory)).containsExactly("license", "oak.jpg");
		}
	}

	@Test
	void whenTheDiskHasNoByteLeftThenACheckFails() throws Exception {
		Path disk = Files.createDirectory(this.directory.resolve("disk"));
		String mount = "unshare -rm bash -c 'mount -t tmpfs -o size=64k tmpfs \"$0\" && %s' %s \"$@\"";
		assumeThat(DownloadProcess.start(mount.formatted("true", disk), "check", disk).waitFor())
			.as("a file system can be mounted")
			.isZero();
		String fill = "head -c 64K /dev/zero > \"$0/full\"; \"$@\"; status=$?; ls \"$0\" | wc -l | grep -qx 1 && exit $status";
		assertThat(DownloadProcess.start(mount.formatted(fill, disk), "check", disk.resolve("oak.jpg")).waitFor())
			.isEqualTo(DownloadProcess.exitStatus(Reason.DISK));
	}

	@Test
	void whenTheTargetIsInUseThenOtherThreadsAndProcessesAreRefused() throws Exception {
		try (FileServer server = FileServer.start(200_000); FileDownloads downloads = DownloadFixture.downloads()) {
			server.next(server.stallingAt(1000));
			Path license = store(server);
			Path target = this.directory.resolve("oak.jpg");
			CountDownLatch started = new CountDownLatch(1);
			CompletableFuture<Path> first = CompletableFuture
				.supplyAsync(() -> downloads.download(License.fromText(read(license)), target,
						DownloadOptions.defaults().withListener((progress) -> started.countDown())));
			started.await();
			// Closing a channel of a locked file would release the lock of this process.
			DownloadFixture.failure(Reason.TARGET_IN_USE,
					() -> downloads.download(License.fromText(read(license)), target));
			DownloadFixture.failure(Reason.TARGET_IN_USE,
					() -> downloads.check(target, OptionalLong.empty(), DownloadOptions.defaults()));
			assertThat(DownloadProcess.start(license, target).waitFor())
				.isEqualTo(DownloadProcess.exitStatus(Reason.TARGET_IN_USE));
			downloads.close();
			assertThat(first).failsWithin(Duration.ofSeconds(10));
		}
	}

	private static String read(Path license) {
		try {
			return Files.readString(license);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path store(FileServer server) throws IOException {
		License license = DownloadFixture.license(server.url(), (long) server.content().length);
		return Files.writeString(this.directory.resolve("license"), license.toText());
	}

}
