package io.github.connectapi.samples.picturesearch.purchase;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.samples.picturesearch.purchase.Purchase.Status;

/**
 * The state of a purchase, as its page shows it and its script requests it.
 *
 * @param summary one sentence; it changes only when the status changes
 * @param running whether the state is about to change
 * @param percent the part of the file that is there; null before the download
 * @param progress the same in bytes; empty before the download
 */
record PurchaseView(String summary, boolean running, @Nullable Integer percent, String progress) {

	static PurchaseView of(Purchase purchase, Progress progress) {
		boolean running = purchase.status() == Status.BUYING || purchase.status() == Status.DOWNLOADING;
		if (purchase.status() != Status.DOWNLOADING) {
			return new PurchaseView(summary(purchase.status()), running, null, "");
		}
		Long bytes = purchase.size().bytes();
		long total = progress.total().orElse((bytes != null) ? bytes : 0);
		if (total <= 0) {
			return new PurchaseView(summary(purchase.status()), running, null, FileSize.text(progress.bytes()));
		}
		return new PurchaseView(summary(purchase.status()), running, (int) (progress.bytes() * 100 / total),
				"%s of %s".formatted(FileSize.text(progress.bytes()), FileSize.text(total)));
	}

	private static String summary(Status status) {
		return switch (status) {
			case BUYING -> "Getty Images is licensing the picture …";
			case DOWNLOADING -> "The picture is licensed. Its file is being downloaded …";
			case DONE -> "The picture is licensed, and its file is ready.";
			case NOT_BOUGHT -> "Nothing was bought.";
			case FILE_MISSING -> "The picture is licensed, but its file is missing.";
			case UNCLEAR -> "We do not know whether the picture was bought.";
		};
	}

}
