package io.github.connectapi.test.operation;

import java.util.List;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The remaining documented operations. They check the request key and return an empty
 * result.
 */
@Internal
public final class EmptyResultOperations {

	/**
	 * The columns are the path segment, the name, the accepted tokens (S for secure, T
	 * for standard, A for application), the request key and the result key. A key is "."
	 * if it follows the naming convention and "-" if there is none.
	 */
	private static final String TABLE = """
			search SearchForVideos T . .
			search GetImageDetails TA . .
			search GetEventDetails TA . .
			""";

	private EmptyResultOperations() {
	}

	public static List<Operation> all() {
		return TABLE.lines().map((line) -> operation(line.split(" "))).toList();
	}

	private static Operation operation(String... columns) {
		String name = columns[1];
		String requestKey = key(columns[3], name + "RequestBody");
		return Operation.of(columns[0], name, access(columns[2]), (request) -> {
			if (requestKey != null) {
				request.arguments();
			}
			return OperationResult.of(Json.object());
		}).withRequestKey(requestKey).withResultKey(key(columns[4], name + "Result"));
	}

	private static Access access(String column) {
		return switch (column) {
			case "S" -> Access.SECURE;
			case "TA" -> Access.ANY;
			default -> Access.STANDARD;
		};
	}

	private static @Nullable String key(String column, String conventional) {
		return switch (column) {
			case "." -> conventional;
			case "-" -> null;
			default -> column;
		};
	}

}
