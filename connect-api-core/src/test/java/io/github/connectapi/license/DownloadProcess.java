package io.github.connectapi.license;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Main class of a process of its own, with a small heap, that downloads the file of a
 * stored license.
 */
final class DownloadProcess {

	private DownloadProcess() {
	}

	public static void main(String[] args) throws IOException {
		License license = License.fromText(Files.readString(Path.of(args[0])));
		try (FileDownloads downloads = FileDownloads.builder(DownloadFixture.client()).build()) {
			downloads.download(license, Path.of(args[1]));
		}
	}

	static Process start(Path license, Path target) throws IOException {
		return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx16m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(),
				DownloadProcess.class.getName(), license.toString(), target.toString())
			.inheritIO()
			.start();
	}

}
