/**
 * The HTTP side of the fake server: ports, certificates and the delivery of responses. It
 * does not know the Connect API. Internal.
 */
@NullMarked
package io.github.connectapi.test.server;

import org.jspecify.annotations.NullMarked;
