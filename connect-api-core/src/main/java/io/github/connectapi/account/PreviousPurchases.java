package io.github.connectapi.account;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.account.GetPreviousPurchasesResult.PreviousPurchase;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.Pages;

/**
 * Returns the purchases of the account page by page. A page is requested when the stream
 * needs it, so a {@code limit} also limits the number of calls. Thread-safe, but its
 * streams are not. Each stream starts with new calls.
 * <p>
 * A parallel stream requests one page after the other, too. Operations that need all
 * elements request all pages: {@code sorted}, and in a parallel stream also {@code skip},
 * {@code distinct} and {@code dropWhile}. Start at a later page instead of skipping
 * purchases.
 * <p>
 * What is purchased while the pages are read moves the others to later numbers, so an
 * element may be returned twice.
 */
public final class PreviousPurchases {

	private final ConnectApi connect;

	/**
	 * Create an instance.
	 * @param connect the API that calls {@code GetPreviousPurchases}
	 */
	public PreviousPurchases(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Return one page.
	 * @param request the filter, and the page to return
	 * @return the page
	 */
	public GetPreviousPurchasesResult page(GetPreviousPurchases request) {
		return this.connect.call(ConnectOperations.GET_PREVIOUS_PURCHASES, request, GetPreviousPurchasesResult.class);
	}

	/**
	 * Return all pages, starting with the page of the given request. The stream ends
	 * after the last element according to the total of the server, and always at an empty
	 * page. Without a total it ends at a page that is not full.
	 * @param request the filter, the first page and the number of elements on a page
	 * @return the pages; the stream throws the exceptions of its calls
	 */
	public Stream<GetPreviousPurchasesResult> pages(GetPreviousPurchases request) {
		return Pages.of(request, this::page, (page) -> page.previousPurchases().isEmpty(), PreviousPurchases::after);
	}

	/**
	 * Return all purchases, starting with the first one of the given request.
	 * @param request as for {@link #pages(GetPreviousPurchases)}
	 * @return the purchases
	 */
	public Stream<PreviousPurchase> purchases(GetPreviousPurchases request) {
		return pages(request).flatMap((page) -> page.previousPurchases().stream());
	}

	private static @Nullable GetPreviousPurchases after(GetPreviousPurchases request, GetPreviousPurchasesResult page) {
		int start = Pages.nextStart(request.itemStartNumber(), request.itemCount(), page.previousPurchases().size(),
				page.itemTotalCount());
		return (start > 0) ? request.withPage(start, request.itemCount()) : null;
	}

}
