/**
 * JVMs with other settings than those of the build.
 */
@NullMarked
package io.github.connectapi.integration.jvm;

import org.jspecify.annotations.NullMarked;
