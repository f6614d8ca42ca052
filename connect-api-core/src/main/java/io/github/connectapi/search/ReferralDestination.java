package io.github.connectapi.search;

import org.jspecify.annotations.Nullable;

/**
 * Site that shows an image. Values that the server did not return are null. Only the
 * library creates instances; components may be added.
 *
 * @param siteName the name of the site, for instance {@code gettyimages}
 * @param url the address of the page with the image
 */
public record ReferralDestination(@Nullable String siteName, @Nullable String url) {

}
