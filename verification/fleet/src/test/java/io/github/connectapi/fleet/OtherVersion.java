package io.github.connectapi.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.ToolProvider;

/**
 * Classes of another version of the library: those of this one, with one or two changes
 * in their source.
 */
enum OtherVersion {

	/** The record has one more field, at its end. */
	FIELD_MORE(new Change("SharedRecordCodec", "writeSession(output, source.session());",
			"writeSession(output, source.session());output.writeLong(4711);")),

	/** The record has another layout, and so another key. */
	LAYOUT(new Change("SharedRecordCodec", "VERSION = 1", "VERSION = 2"),
			new Change("SharedRecordKey", "FORMAT = \"v\" + SharedRecordCodec.VERSION", "FORMAT = \"v2\"")),

	/** The record has another layout, but the same key, which must not happen. */
	LAYOUT_OF_SAME_KEY(new Change("SharedRecordCodec", "VERSION = 1", "VERSION = 2"));

	private static final Path SOURCES = Path.of("../../connect-api-core/src/main/java/io/github/connectapi/store");

	private final List<Change> changes;

	OtherVersion(Change... changes) {
		this.changes = List.of(changes);
	}

	/** Return the arguments of {@code java} that name the classes. */
	List<String> classPath() {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		Path directory = Path.of("target", "other-versions", name());
		try {
			Files.createDirectories(directory);
			for (Change change : this.changes) {
				compile(change.apply(directory), directory, classPath);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return List.of("-cp", directory + ":" + classPath);
	}

	private static void compile(Path source, Path directory, String classPath) {
		int result = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-nowarn", "-proc:none", "-d", directory.toString(), "-cp", classPath,
					source.toString());
		if (result != 0) {
			throw new IllegalStateException("Not compiled: " + source);
		}
	}

	/**
	 * A change of a source.
	 *
	 * @param type the name of the class
	 * @param from the text that is replaced
	 * @param to the new text
	 */
	private record Change(String type, String from, String to) {

		Path apply(Path directory) throws IOException {
			String source = Files.readString(SOURCES.resolve(this.type + ".java"));
			if (!source.contains(this.from)) {
				throw new IllegalStateException("The source does not contain: " + this.from);
			}
			return Files.writeString(directory.resolve(this.type + ".java"), source.replace(this.from, this.to));
		}

	}

}
