package io.github.connectapi.operation;

import java.util.Set;
import java.util.Spliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectOperationException;

/**
 * Spliterator that requests one page after the other, when it is needed. It is never
 * divided, because that would request pages that are not needed.
 *
 * @param <S> the type of the search
 * @param <P> the type of a page
 */
final class PageSpliterator<S, P> implements Spliterator<P> {

	/** The codes of an empty page, if the server treats it as an error. */
	private static final Set<String> EMPTY_PAGE = Set.of("NoImages", "NoVideos", "StartPastTotal");

	private final Function<S, P> search;

	private final Predicate<P> empty;

	private final BiFunction<S, P, @Nullable S> after;

	private @Nullable S next;

	/**
	 * Create a spliterator.
	 * @param first the search for the first page
	 * @param search requests a page
	 * @param empty whether a page is empty, which ends the search
	 * @param after returns the search for the page after the given one, or null
	 */
	PageSpliterator(S first, Function<S, P> search, Predicate<P> empty, BiFunction<S, P, @Nullable S> after) {
		this.next = first;
		this.search = search;
		this.empty = empty;
		this.after = after;
	}

	@Override
	public boolean tryAdvance(Consumer<? super P> action) {
		S current = this.next;
		if (current == null) {
			return false;
		}
		P page = request(current);
		boolean last = page == null || this.empty.test(page);
		this.next = last ? null : this.after.apply(current, page);
		if (last) {
			return false;
		}
		action.accept(page);
		return true;
	}

	private @Nullable P request(S current) {
		try {
			return this.search.apply(current);
		}
		catch (ConnectOperationException ex) {
			if (ex.code().filter(EMPTY_PAGE::contains).isPresent()) {
				return null;
			}
			throw ex;
		}
	}

	@Override
	public @Nullable Spliterator<P> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return Long.MAX_VALUE;
	}

	@Override
	public int characteristics() {
		return Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
	}

}
