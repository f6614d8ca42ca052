package io.github.connectapi.test.download;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.Internal;
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

	private final CreateDownloadRequest createDownloadRequest;

	/**
	 * Create the operations.
	 * @param clock the clock of the server
	 * @param files creates the files
	 */
	public DownloadOperations(InstantSource clock, AssetFiles files) {
		this.offerings = new ProductOfferings(clock);
		this.tokens = new DownloadTokens(clock);
		this.attachments = new Attachments(files);
		this.createDownloadRequest = new CreateDownloadRequest(this.offerings, this.tokens, this.withdrawals,
				this.attachments, clock);
	}

	public List<Operation> all() {
		ImageAuthorizations authorizations = new ImageAuthorizations(this.offerings, this.tokens, this.withdrawals);
		List<Operation> operations = new ArrayList<>();
		operations.add(new GetImageDownloadAuthorizations(authorizations, this.offerings).operation());
		operations.add(new GetLargestImageDownloadAuthorizations(authorizations, this.offerings).operation());
		operations.add(this.createDownloadRequest.operation());
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
		return this.createDownloadRequest.debited();
	}

}
