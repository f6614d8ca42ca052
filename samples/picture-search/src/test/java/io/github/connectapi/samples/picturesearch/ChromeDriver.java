package io.github.connectapi.samples.picturesearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running chromedriver process, which listens on a free port.
 *
 * @param process the process; its children are the browsers
 * @param uri the URI that it listens on
 */
record ChromeDriver(Process process, URI uri) implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("started successfully on port ([0-9]+)");

	static ChromeDriver start(Path executable) throws IOException {
		Process process = new ProcessBuilder(executable.toString(), "--port=0").redirectErrorStream(true).start();
		BufferedReader output = process.inputReader();
		StringBuilder log = new StringBuilder();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			Matcher started = STARTED.matcher(line);
			if (started.find()) {
				return new ChromeDriver(process, URI.create("http://127.0.0.1:" + started.group(1)));
			}
			log.append(line).append('\n');
		}
		throw new IOException("chromedriver did not start: %s".formatted(log));
	}

	@Override
	public void close() {
		this.process.descendants().forEach(ProcessHandle::destroy);
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
