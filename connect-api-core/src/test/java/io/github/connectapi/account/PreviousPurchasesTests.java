package io.github.connectapi.account;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.PreviousItemsContract;
import io.github.connectapi.account.GetPreviousPurchasesResult.PreviousPurchase;

/**
 * Paging of purchases that the fake server remembers.
 */
class PreviousPurchasesTests extends PreviousItemsContract<GetPreviousPurchasesResult, PreviousPurchase> {

	PreviousPurchasesTests() {
		super("Purchases");
	}

	@Override
	protected Stream<GetPreviousPurchasesResult> pages(ConnectApi connect, int start, int size) {
		return new PreviousPurchases(connect).pages(GetPreviousPurchases.ofPage(start, size));
	}

	@Override
	protected Stream<PreviousPurchase> items(ConnectApi connect, int start, int size) {
		return new PreviousPurchases(connect).purchases(GetPreviousPurchases.ofPage(start, size));
	}

	@Override
	protected @Nullable String assetId(PreviousPurchase item) {
		return item.assetId();
	}

}
