package io.github.connectapi.test.download;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;

/**
 * Issues download tokens, which are valid for 24 hours, and reads them. Thread-safe.
 */
@Internal
public final class DownloadTokens {

	private static final Duration LIFETIME = Duration.ofHours(24);

	private final TextCipher cipher = new TextCipher();

	private final AtomicLong generation = new AtomicLong();

	private final InstantSource clock;

	public DownloadTokens(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Issue a token for a video.
	 * @param userName the user name of the account
	 * @param video the video
	 * @param offering the product offering that authorizes the download
	 * @return the token
	 */
	public String tokenFor(String userName, Video video, Offering offering) {
		return issue(userName, video.id(), "", offering);
	}

	String tokenFor(String userName, Image image, ImageSize size, Offering offering) {
		return issue(userName, image.id(), size.key(), offering);
	}

	/**
	 * Expire all tokens that were issued so far.
	 */
	public void expireAll() {
		this.generation.incrementAndGet();
	}

	Optional<DownloadToken> read(String text) {
		return this.cipher.decrypt(text, 6)
			.map((values) -> new DownloadToken(values.get(0), values.get(1), Offering.valueOf(values.get(2)),
					Instant.ofEpochMilli(Long.parseLong(values.get(3))), Long.parseLong(values.get(4)), values.get(5)));
	}

	boolean isExpired(DownloadToken token) {
		return token.generation() < this.generation.get() || !this.clock.instant().isBefore(token.expiresAt());
	}

	private String issue(String userName, String assetId, String sizeKey, Offering offering) {
		long expiresAt = this.clock.instant().plus(LIFETIME).toEpochMilli();
		return this.cipher.encrypt(List.of(assetId, sizeKey, offering.name(), String.valueOf(expiresAt),
				String.valueOf(this.generation.get()), userName));
	}

}
