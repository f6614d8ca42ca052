/**
 * Types for ReportUsage.
 */
@NullMarked
package io.github.connectapi.usage;

import org.jspecify.annotations.NullMarked;
