package io.github.connectapi.operation;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * Streams of pages. A page is requested when the stream needs it, also if the stream is
 * parallel.
 */
@Internal
public final class Pages {

	private Pages() {
	}

	/**
	 * Return the pages of a request, up to the first empty one.
	 * @param first the request for the first page
	 * @param call requests a page
	 * @param empty whether a page is empty
	 * @param after returns the request for the page after the given one, or null
	 * @param <S> the type of the request
	 * @param <P> the type of a page
	 * @return the pages
	 */
	public static <S, P> Stream<P> of(S first, Function<S, P> call, Predicate<P> empty,
			BiFunction<S, P, @Nullable S> after) {
		return StreamSupport.stream(new PageSpliterator<>(first, call, empty, after), false);
	}

	/**
	 * Return the number of the first item of the next page. Counts received items,
	 * because a page may have fewer than requested.
	 * @param start the number of the first item of this page
	 * @param received the number of items of this page
	 * @param total the total number of items
	 * @return the number, or 0 if there is no next page
	 */
	public static int nextStart(int start, int received, int total) {
		long next = (long) start + received;
		return (next <= total) ? (int) next : 0;
	}

	/**
	 * Return the number of the first item of the next page, if the server may omit the
	 * total. Without a total, a page with fewer items than requested is the last one.
	 * @param start the number of the first item of this page
	 * @param requested the number of items that were requested
	 * @param received the number of items of this page
	 * @param total the total number of items, or null
	 * @return the number, or 0 if there is no next page
	 */
	public static int nextStart(int start, int requested, int received, @Nullable Integer total) {
		int last = (received < requested) ? 0 : Integer.MAX_VALUE;
		return nextStart(start, received, (total != null) ? total : last);
	}

}
