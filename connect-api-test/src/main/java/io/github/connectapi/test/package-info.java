/**
 * A fake Connect API that runs inside the test's own process, the faults it can be told
 * to show and the requests it received. It knows the wire and nothing of any client.
 */
@NullMarked
package io.github.connectapi.test;

import org.jspecify.annotations.NullMarked;
