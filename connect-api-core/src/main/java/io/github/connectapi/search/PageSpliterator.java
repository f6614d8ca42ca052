package io.github.connectapi.search;

import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectOperationException;

/**
 * Spliterator that requests one page after the other, when it is needed. It is never
 * divided, because that would request pages that are not needed.
 */
final class PageSpliterator implements Spliterator<SearchForImagesResult> {

	/** The codes of a page without images, if the server treats it as an error. */
	private static final Set<String> EMPTY_PAGE = Set.of("NoImages", "StartPastTotal");

	private final Function<SearchForImages, SearchForImagesResult> search;

	private @Nullable SearchForImages next;

	PageSpliterator(SearchForImages first, Function<SearchForImages, SearchForImagesResult> search) {
		this.next = first;
		this.search = search;
	}

	@Override
	public boolean tryAdvance(Consumer<? super SearchForImagesResult> action) {
		SearchForImages current = this.next;
		if (current == null) {
			return false;
		}
		SearchForImagesResult page = request(current);
		this.next = (page != null) ? after(current, page) : null;
		if (page == null || page.images().isEmpty()) {
			return false;
		}
		action.accept(page);
		return true;
	}

	private @Nullable SearchForImagesResult request(SearchForImages current) {
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
	public @Nullable Spliterator<SearchForImagesResult> trySplit() {
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

	/** Counts received images, because a page may have fewer images than requested. */
	private static @Nullable SearchForImages after(SearchForImages current, SearchForImagesResult page) {
		int count = page.images().size();
		long start = (long) current.resultOptions().itemStartNumber() + count;
		boolean more = count > 0 && start <= page.itemTotalCount();
		return more ? current.withPage((int) start, current.resultOptions().itemCount()) : null;
	}

}
