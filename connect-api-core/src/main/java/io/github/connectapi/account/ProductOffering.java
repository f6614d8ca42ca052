package io.github.connectapi.account;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Royalty-free product offering of a user: its quota and its status. Values that the
 * server did not return are null. Only the library creates instances; components may be
 * added.
 *
 * @param productOfferingInstanceId the id of the product offering, as in the
 * authorizations
 * @param applicationWebsite the application for which it was ordered
 * @param productOfferingType {@code ImagePack} or {@code Subscription}
 * @param name the name
 * @param downloadLimit the maximum number of downloads
 * @param downloadLimitDuration the period of that limit; only for a subscription
 * @param status for instance {@code Active} or {@code Expired}
 * @param expirationUtc when it expires
 * @param downloadsRemaining the number of downloads that remain
 * @param downloadLimitResetUtc when the remaining downloads are reset to the limit; only
 * for a subscription
 */
public record ProductOffering(@Nullable String productOfferingInstanceId, @Nullable String applicationWebsite,
		@Nullable String productOfferingType, @Nullable String name, @Nullable Integer downloadLimit,
		@Nullable String downloadLimitDuration, @Nullable String status, @Nullable Instant expirationUtc,
		@Nullable Integer downloadsRemaining, @Nullable Instant downloadLimitResetUtc) {

}
