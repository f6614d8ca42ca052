package io.github.connectapi.license;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * Main class of a process of its own, with a small heap, that downloads the file of a
 * stored license.
 */
final class DownloadProcess {

	private DownloadProcess() {
	}

	/**
	 * Download the file of a stored license, or only check the target.
	 * @param args the file of the license or "check", and the target
	 */
	public static void main(String[] args) throws IOException {
		try (FileDownloads downloads = DownloadFixture.downloads()) {
			Path target = Path.of(args[1]);
			if (args[0].equals("check")) {
				downloads.check(target, OptionalLong.empty(), DownloadOptions.defaults());
				return;
			}
			downloads.download(License.fromText(Files.readString(Path.of(args[0]))), target);
		}
		catch (ConnectDownloadException ex) {
			System.exit(exitStatus(ex.reason()));
		}
	}

	static int exitStatus(Reason reason) {
		return 10 + reason.ordinal();
	}

	static Process start(Path license, Path target) throws IOException {
		return start("exec \"$@\"", license.toString(), target);
	}

	/**
	 * Start a process.
	 * @param script the commands of a shell that start "$@"
	 */
	static Process start(String script, String license, Path target) throws IOException {
		return new ProcessBuilder("bash", "-c", script, "bash", ProcessHandle.current().info().command().orElseThrow(),
				"-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-cp",
				ManagementFactory.getRuntimeMXBean().getClassPath(), DownloadProcess.class.getName(), license,
				target.toString())
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

}
