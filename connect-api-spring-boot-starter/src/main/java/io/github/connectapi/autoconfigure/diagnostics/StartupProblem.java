package io.github.connectapi.autoconfigure.diagnostics;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * A problem that prevents the application from starting. Contains no secret.
 *
 * @param property the full name of the property that causes the problem; null if the
 * problem is not caused by a property
 * @param reason the description of the problem, a sentence without a period
 * @param action the action to take
 */
@Internal
public record StartupProblem(@Nullable String property, String reason, String action) {

}
