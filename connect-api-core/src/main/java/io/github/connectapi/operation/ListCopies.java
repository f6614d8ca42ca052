package io.github.connectapi.operation;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * Unmodifiable copies of the lists of requests and results.
 */
@Internal
public final class ListCopies {

	private ListCopies() {
	}

	/**
	 * Copy a list of a result. Elements that are null are omitted.
	 * @param list the list, or null
	 * @param <T> the type of the elements
	 * @return the copy; empty for null
	 */
	public static <T> List<T> orEmpty(@Nullable List<T> list) {
		if (list == null) {
			return List.of();
		}
		for (T element : list) {
			if (element == null) {
				return list.stream().filter(Objects::nonNull).toList();
			}
		}
		return List.copyOf(list);
	}

	/**
	 * Copy a list of a request.
	 * @param list the list without null elements, or null
	 * @param <T> the type of the elements
	 * @return the copy; null for null
	 */
	public static <T> @Nullable List<T> orNull(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : null;
	}

}
