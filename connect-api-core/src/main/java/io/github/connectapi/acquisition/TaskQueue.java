package io.github.connectapi.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait, in the order in which they start: those of users whose last
 * acquisition did not fail, then the others, each in the order of their arrival. Not
 * thread-safe.
 */
final class TaskQueue {

	private static final Comparator<PoolTask> ARRIVAL = Comparator.comparingLong(PoolTask::number);

	private final Map<AcquisitionKind, NavigableSet<PoolTask>> waiting = new EnumMap<>(AcquisitionKind.class);

	/** Tasks that wait for the result of another one. */
	private final NavigableSet<PoolTask> parked = new TreeSet<>(ARRIVAL);

	TaskQueue() {
		Arrays.stream(AcquisitionKind.values()).forEach((kind) -> this.waiting.put(kind, new TreeSet<>(ARRIVAL)));
	}

	void add(PoolTask task) {
		tasks(task.kind()).add(task);
	}

	/** Return false if it is not in the queue. */
	boolean remove(PoolTask task) {
		return tasks(task.kind()).remove(task) || this.parked.remove(task);
	}

	/** Return the task to start next; null if none may start. */
	@Nullable PoolTask first(boolean logins, boolean retries) {
		PoolTask first = earlier(AcquisitionKind.RENEWAL, AcquisitionKind.LOGIN, logins);
		return (first != null || !retries) ? first
				: earlier(AcquisitionKind.RENEWAL_RETRY, AcquisitionKind.LOGIN_RETRY, logins);
	}

	private @Nullable PoolTask earlier(AcquisitionKind renewal, AcquisitionKind login, boolean logins) {
		Stream<NavigableSet<PoolTask>> sets = logins ? Stream.of(tasks(renewal), tasks(login))
				: Stream.of(tasks(renewal));
		return sets.filter((set) -> !set.isEmpty()).map(NavigableSet::first).min(ARRIVAL).orElse(null);
	}

	boolean hasLogins() {
		return !tasks(AcquisitionKind.LOGIN).isEmpty() || !tasks(AcquisitionKind.LOGIN_RETRY).isEmpty();
	}

	/** Return the task that starts last of those that were repeated; null if none. */
	@Nullable PoolTask lastRetry() {
		return Stream.of(AcquisitionKind.RENEWAL_RETRY, AcquisitionKind.LOGIN_RETRY)
			.map(this::tasks)
			.filter((set) -> !set.isEmpty())
			.map(NavigableSet::last)
			.max(ARRIVAL)
			.orElse(null);
	}

	void park(PoolTask task) {
		remove(task);
		this.parked.add(task);
	}

	boolean hasParked() {
		return !this.parked.isEmpty();
	}

	/** Let the tasks that waited for the result of another one be examined again. */
	void unpark() {
		this.parked.forEach(this::add);
		this.parked.clear();
	}

	List<PoolTask> removeAll() {
		unpark();
		List<PoolTask> all = new ArrayList<>();
		this.waiting.values().forEach((set) -> {
			all.addAll(set);
			set.clear();
		});
		return all;
	}

	/** Return the number of all tasks. */
	int size() {
		return this.parked.size() + this.waiting.values().stream().mapToInt(NavigableSet::size).sum();
	}

	/** Return the number of tasks that may start, or wait for the rate of logins. */
	int startable() {
		return size() - this.parked.size();
	}

	/** Return the number of tasks that are limited: all but renewals. */
	int limited() {
		return size() - tasks(AcquisitionKind.RENEWAL).size();
	}

	private NavigableSet<PoolTask> tasks(AcquisitionKind kind) {
		return Objects.requireNonNull(this.waiting.get(kind));
	}

}
