package io.github.connectapi.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Virtual threads by reflection, because the sources are of Java 17.
 */
public final class VirtualThreads {

	private static final int SINCE = 21;

	private VirtualThreads() {
	}

	public static ExecutorService executor() throws ReflectiveOperationException {
		assumeTrue(Runtime.version().feature() >= SINCE,
				"There are no virtual threads on JDK " + Runtime.version().feature());
		return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
	}

	/** Begins to record pinning; loading a class pins, too, but not for so long. */
	static Recording record() {
		Recording recording = new Recording();
		recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(50)).withStackTrace();
		recording.start();
		return recording;
	}

	/** Every pinning in which one of our methods is on the stack. */
	static List<RecordedEvent> pinnedByUs(Recording recording) throws Exception {
		Path file = Files.createTempFile("pinned", ".jfr");
		try {
			recording.dump(file);
			return RecordingFile.readAllEvents(file)
				.stream()
				.filter((event) -> event.getStackTrace() != null && event.getStackTrace()
					.getFrames()
					.stream()
					.anyMatch((frame) -> frame.getMethod().getType().getName().startsWith("io.github.connectapi")))
				.toList();
		}
		finally {
			Files.delete(file);
		}
	}

}
