package io.github.connectapi.user;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Hash table of records in arrays of primitives, which uses 64 bytes for each record: 48
 * for the record, 8 for the chains of the hash table, and 8 for a heap, whose root is the
 * record that ends first. Grows by half up to its maximum. Thread-safe.
 */
final class BackoffTable {

	/** The 128 bits of the hash, and the content. */
	private static final int CONTENT = 2;

	private static final int WORDS = CONTENT + UserBackoffCodec.WORDS;

	private static final int MIN_CAPACITY = 16;

	private static final int NONE = -1;

	private final int maxRecords;

	private int size;

	private long evictions;

	private long[] words = {};

	/** The first record of each chain. */
	private int[] heads = {};

	/** The next record of the chain of each record. */
	private int[] next = {};

	private int[] heap = {};

	/** The place of each record in the heap. */
	private int[] places = {};

	BackoffTable(int maxRecords) {
		this.maxRecords = Math.max(1, maxRecords);
	}

	synchronized int size() {
		return this.size;
	}

	synchronized long evictions() {
		return this.evictions;
	}

	/** Return the bytes of all arrays. */
	synchronized long bytes() {
		return 8L * this.words.length
				+ 4L * (this.heads.length + this.next.length + this.heap.length + this.places.length);
	}

	synchronized long @Nullable [] get(long first, long second) {
		int found = find(first, second);
		return (found != NONE) ? Arrays.copyOfRange(this.words, found * WORDS + CONTENT, (found + 1) * WORDS) : null;
	}

	synchronized void put(long first, long second, long[] content) {
		remove(first, second);
		if (this.size == this.maxRecords) {
			removeAt(this.heap[0]);
			this.evictions++;
		}
		if (this.size == this.next.length) {
			grow();
		}
		int added = this.size++;
		this.words[added * WORDS] = first;
		this.words[added * WORDS + 1] = second;
		System.arraycopy(content, 0, this.words, added * WORDS + CONTENT, UserBackoffCodec.WORDS);
		link(added);
		setPlace(added, added);
		siftUp(added);
	}

	synchronized void remove(long first, long second) {
		int found = find(first, second);
		if (found != NONE) {
			removeAt(found);
		}
	}

	private int find(long first, long second) {
		int found = (this.size > 0) ? this.heads[chain(first)] : NONE;
		while (found != NONE && (this.words[found * WORDS] != first || this.words[found * WORDS + 1] != second)) {
			found = this.next[found];
		}
		return found;
	}

	// The last record takes the place of the removed one, so that there are no gaps.
	private void removeAt(int removed) {
		int place = this.places[removed];
		int last = --this.size;
		unlink(removed);
		setPlace(this.heap[last], place);
		if (place < last) {
			siftUp(place);
			siftDown(place);
		}
		if (removed != last) {
			unlink(last);
			System.arraycopy(this.words, last * WORDS, this.words, removed * WORDS, WORDS);
			link(removed);
			setPlace(removed, this.places[last]);
		}
	}

	private void grow() {
		int capacity = Math.min(this.maxRecords, Math.max(MIN_CAPACITY, this.size + this.size / 2));
		this.words = Arrays.copyOf(this.words, capacity * WORDS);
		this.next = Arrays.copyOf(this.next, capacity);
		this.heap = Arrays.copyOf(this.heap, capacity);
		this.places = Arrays.copyOf(this.places, capacity);
		this.heads = new int[capacity];
		Arrays.fill(this.heads, NONE);
		for (int record = 0; record < this.size; record++) {
			link(record);
		}
	}

	private int chain(long first) {
		return (int) Long.remainderUnsigned(first, this.heads.length);
	}

	private void link(int record) {
		int chain = chain(this.words[record * WORDS]);
		this.next[record] = this.heads[chain];
		this.heads[chain] = record;
	}

	private void unlink(int record) {
		int chain = chain(this.words[record * WORDS]);
		if (this.heads[chain] == record) {
			this.heads[chain] = this.next[record];
			return;
		}
		int previous = this.heads[chain];
		while (this.next[previous] != record) {
			previous = this.next[previous];
		}
		this.next[previous] = this.next[record];
	}

	private void siftUp(int from) {
		int place = from;
		int record = this.heap[place];
		long end = end(record);
		while (place > 0 && end < end(this.heap[(place - 1) / 2])) {
			setPlace(this.heap[(place - 1) / 2], place);
			place = (place - 1) / 2;
		}
		setPlace(record, place);
	}

	private void siftDown(int from) {
		int place = from;
		int record = this.heap[place];
		long end = end(record);
		for (int child = earlierChild(place); child != NONE
				&& end(this.heap[child]) < end; child = earlierChild(place)) {
			setPlace(this.heap[child], place);
			place = child;
		}
		setPlace(record, place);
	}

	private int earlierChild(int place) {
		int left = 2 * place + 1;
		if (left >= this.size) {
			return NONE;
		}
		int right = left + 1;
		return (right < this.size && end(this.heap[right]) < end(this.heap[left])) ? right : left;
	}

	private void setPlace(int record, int place) {
		this.heap[place] = record;
		this.places[record] = place;
	}

	private long end(int record) {
		return UserBackoffCodec.endMillis(this.words, record * WORDS + CONTENT);
	}

}
