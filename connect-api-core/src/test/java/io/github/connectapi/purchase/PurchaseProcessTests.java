package io.github.connectapi.purchase;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;

import static io.github.connectapi.purchase.PurchaseFixture.BUYING;
import static io.github.connectapi.purchase.PurchaseProcess.IMAGES;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is killed in the middle of its downloads.
 */
@Timeout(180)
class PurchaseProcessTests {

	@TempDir
	private Path directory;

	@Test
	void whenAProcessIsKilledThenTheNextOneFinishesWithoutBuyingAgain() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start()) {
			for (int i = 0; i < IMAGES; i++) {
				server.enqueue(FakeConnectServer.FILE_DOWNLOAD, FileFault.breakOffAt(0.5));
			}
			server.always(FakeConnectServer.FILE_DOWNLOAD, Fault.hang());
			Process process = PurchaseProcess.start(server.baseUrl(), this.directory);
			while (files(".part").filter((file) -> file.length() > 0).count() < IMAGES) {
				assertThat(process.isAlive()).isTrue();
				Thread.sleep(10);
			}
			process.destroyForcibly().waitFor();
			assertThat(files(".jpg")).isEmpty();
			server.clearFaults();
			assertThat(PurchaseProcess.start(server.baseUrl(), this.directory).waitFor()).isZero();
			assertThat(files(".part")).isEmpty();
			PurchaseFixture.images()
				.subList(0, IMAGES)
				.forEach((image) -> assertThat(this.directory.resolve(image.id() + ".jpg"))
					.hasSize(image.sizes().get(0).fileSizeInBytes()));
			assertThat(server.count(BUYING)).isEqualTo(IMAGES);
			assertThat(server.downloadsUsed()).isEqualTo(IMAGES);
		}
	}

	private Stream<File> files(String extension) {
		return Stream.of(this.directory.toFile().listFiles((folder, name) -> name.endsWith(extension)));
	}

}
