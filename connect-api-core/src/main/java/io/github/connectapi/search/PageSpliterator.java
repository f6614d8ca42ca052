package io.github.connectapi.search;

import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Spliterator that requests one page after the other, when it is needed. It is never
 * divided, because that would request pages that are not needed.
 */
final class PageSpliterator implements Spliterator<SearchForImagesResult> {

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
		SearchForImagesResult page = this.search.apply(current);
		this.next = after(current, page);
		if (page.images().isEmpty()) {
			return false;
		}
		action.accept(page);
		return true;
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
