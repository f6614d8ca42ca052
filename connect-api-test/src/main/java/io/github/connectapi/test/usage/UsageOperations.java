package io.github.connectapi.test.usage;

import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.Operation;

/**
 * The operations that report usage, and their state.
 */
@Internal
public final class UsageOperations {

	private final ReportUsage reportUsage = new ReportUsage();

	public List<Operation> all() {
		return List.of(this.reportUsage.operation());
	}

}
