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
 * Access to virtual threads by reflection, because the source level is Java 17.
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

	/** Start to record pinned threads. The threshold excludes class loading. */
	static Recording record() {
		Recording recording = new Recording();
		recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ofMillis(50)).withStackTrace();
		recording.start();
		return recording;
	}

	/** Return the events with a method of the library on the stack. */
	static List<RecordedEvent> pinnedByLibrary(Recording recording) throws Exception {
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
