package io.github.connectapi.test.download;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.file.AssetFiles;
import io.github.connectapi.test.file.FileSource;
import io.github.connectapi.test.operation.Operation;

/**
 * The operations that authorize, request and list downloads, and their state.
 */
@Internal
public final class DownloadOperations {

	private final ProductOfferings offerings;

	private final DownloadTokens tokens;

	private final Withdrawals withdrawals = new Withdrawals();

	private final Attachments attachments;

	private final ImageAuthorizations authorizations;

	private final Purchases purchases;

	/**
	 * Create the operations.
	 * @param clock the clock of the server
	 * @param files creates the files
	 */
	public DownloadOperations(InstantSource clock, AssetFiles files) {
		this.offerings = new ProductOfferings(clock);
		this.tokens = new DownloadTokens(clock);
		this.attachments = new Attachments(files);
		this.authorizations = new ImageAuthorizations(this.offerings, this.tokens, this.withdrawals);
		this.purchases = new Purchases(this.offerings, this.authorizations, this.attachments, clock);
	}

	public List<Operation> all() {
		List<Operation> operations = new ArrayList<>();
		operations.add(new GetImageDownloadAuthorizations(this.authorizations, this.offerings).operation());
		operations.add(new GetLargestImageDownloadAuthorizations(this.authorizations, this.offerings).operation());
		operations.add(new CreateDownloadRequest(this.offerings, this.tokens, this.withdrawals, this.attachments,
				this.purchases)
			.operation());
		operations.add(new GetPreviousDownloads(this.offerings).operation());
		operations.add(new GetPreviousPurchases(this.offerings).operation());
		operations.addAll(new GetProductOfferings(this.offerings).operations());
		return operations;
	}

	public ProductOfferings offerings() {
		return this.offerings;
	}

	public DownloadTokens tokens() {
		return this.tokens;
	}

	public Withdrawals withdrawals() {
		return this.withdrawals;
	}

	public Purchases purchases() {
		return this.purchases;
	}

	/**
	 * Return the files of accepted downloads.
	 * @return the files
	 */
	public FileSource files() {
		return this.attachments;
	}

	/**
	 * Return the number of downloads that were counted against a quota.
	 * @return the number
	 */
	public int downloadsUsed() {
		return this.purchases.debited();
	}

	/**
	 * Return the number of downloads that were accepted, whether debited or free.
	 * @return the number
	 */
	public int downloadsAccepted() {
		return this.purchases.accepted();
	}

	/**
	 * Issue a download token for the largest size of an image.
	 * @param userName the user name of the account
	 * @param imageId the id of the image
	 * @return the token, or empty if there is no such image, if it was withdrawn or
	 * cannot be licensed, or if no product offering of the account authorizes its
	 * download
	 */
	public Optional<String> issueToken(String userName, String imageId) {
		Set<Offering> owned = this.offerings.offerings(userName);
		return Catalog.get()
			.image(imageId)
			.filter((image) -> !this.withdrawals.isWithdrawn(imageId)
					&& image.rights().authorizationConstraints().isEmpty())
			.flatMap((image) -> image.rights()
				.offerings()
				.stream()
				.filter(owned::contains)
				.findFirst()
				.map((offering) -> this.tokens.tokenFor(userName, image, image.largestSize(), offering)));
	}

}
