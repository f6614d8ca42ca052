package io.github.connectapi.test.download;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Offering;
import org.jspecify.annotations.Nullable;

/**
 * Accepts downloads, with or without a download token, and counts them. Thread-safe.
 */
@Internal
public final class Purchases {

	private final AtomicInteger orders = new AtomicInteger(7_000_000);

	private final AtomicInteger accepted = new AtomicInteger();

	private final AtomicInteger debited = new AtomicInteger();

	private final ProductOfferings offerings;

	private final ImageAuthorizations authorizations;

	private final Attachments attachments;

	private final InstantSource clock;

	Purchases(ProductOfferings offerings, ImageAuthorizations authorizations, Attachments attachments,
			InstantSource clock) {
		this.offerings = offerings;
		this.authorizations = authorizations;
		this.attachments = attachments;
		this.clock = clock;
	}

	/**
	 * Return an image that was not withdrawn.
	 * @param id any id
	 * @return the image, if there is one
	 */
	public Optional<Image> image(String id) {
		return this.authorizations.image(id);
	}

	/**
	 * Return whether an account has an active product offering.
	 * @param userName the user name
	 * @return whether it has one
	 */
	public boolean hasOfferings(String userName) {
		return !this.offerings.active(userName).isEmpty();
	}

	/**
	 * Return the id of the instance of a product offering.
	 * @param userName the user name
	 * @param offering a product offering of the account
	 * @return the id, or {@code null} if an account has only one instance of the category
	 */
	public @Nullable String instanceId(String userName, Offering offering) {
		return this.offerings.instanceId(userName, offering);
	}

	/**
	 * Return the product offerings of an account that authorize the download of an image.
	 * @param userName the user name
	 * @param image the image
	 * @return the product offerings, those whose quota is used up last
	 */
	public List<Offering> authorizing(String userName, Image image) {
		return this.authorizations.authorizing(image, this.offerings.active(userName))
			.stream()
			.sorted(Comparator.comparing((owned) -> owned.remaining() == 0))
			.map(OwnedOffering::offering)
			.toList();
	}

	/**
	 * Buy an image without a download token. Each purchase is counted, also that of a
	 * size that was downloaded before.
	 * @param userName the user name of the account
	 * @param image the image
	 * @param size one of its sizes
	 * @param offering a product offering that authorizes it
	 * @param baseUrl the base URL of the port that received the request
	 * @return the URL of the file, or empty if the quota is used up
	 */
	public Optional<String> buy(String userName, Image image, ImageSize size, Offering offering, String baseUrl) {
		Instant now = this.clock.instant();
		DownloadToken token = new DownloadToken(image.id(), size.key(), offering, now, 0, userName);
		return count(this.offerings.account(userName).acceptCounted(token, newOrderId(), now))
			.map((download) -> this.attachments.url(baseUrl, token));
	}

	/** Accept the download that a valid token authorizes. */
	Optional<Download> accept(DownloadToken token, String orderId) {
		boolean free = Catalog.get().image(token.assetId()).filter((image) -> image.rights().free()).isPresent();
		return count(this.offerings.account(token.userName()).accept(token, free, orderId, this.clock.instant()));
	}

	String newOrderId() {
		return String.valueOf(this.orders.incrementAndGet());
	}

	/** Return the number of downloads that were counted against a quota. */
	int debited() {
		return this.debited.get();
	}

	/** Return the number of downloads that were accepted, whether debited or free. */
	int accepted() {
		return this.accepted.get();
	}

	private Optional<Download> count(Optional<Download> download) {
		download.ifPresent((each) -> this.accepted.incrementAndGet());
		download.filter(Download::debited).ifPresent((each) -> this.debited.incrementAndGet());
		return download;
	}

}
