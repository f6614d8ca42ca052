/**
 * A fake Connect API that runs in the process of the test, the faults it can simulate and
 * the requests it received. It depends on no client.
 */
@NullMarked
package io.github.connectapi.test;

import org.jspecify.annotations.NullMarked;
