package io.github.connectapi.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assumptions;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * Instances that share a session, with a Connect API and a store of their own: one row of
 * the table.
 */
final class Fleet implements AutoCloseable {

	private static final Path LOGS = Path.of("target", "fleet-logs");

	/**
	 * With a secret no key is stretched, which takes most of the time of a cold start.
	 */
	private static final String SECRET = "a secret of all instances, of 32 or more characters";

	private final String row;

	private final StoreUnderTest kind;

	private final StoreServer store;

	private final FakeConnectServer api;

	private final List<Instance> instances = new ArrayList<>();

	private final long startNanos = System.nanoTime();

	private boolean concluded;

	private Fleet(String row, StoreUnderTest kind, StoreServer store, FakeConnectServer api) {
		this.row = row;
		this.kind = kind;
		this.store = store;
		this.api = api;
	}

	/**
	 * Start the Connect API and the store.
	 * @param row the row, as it is in the report
	 */
	static Fleet start(String row, StoreUnderTest kind) {
		return start(row, kind, FakeConnectServer.builder());
	}

	static Fleet start(String row, StoreUnderTest kind, FakeConnectServerBuilder api) {
		if (!kind.isAvailable()) {
			FleetReport.skip(row, kind);
			Assumptions.abort("SKIPPED: there is no server of " + kind);
		}
		return new Fleet(row, kind, kind.start(), api.https(false).start());
	}

	FakeConnectServer api() {
		return this.api;
	}

	StoreServer store() {
		return this.store;
	}

	/**
	 * Return the options of an instance of this fleet. Its timeouts are long enough for
	 * many JVMs that start at the same time on few processors.
	 */
	InstanceOptions options() {
		return InstanceOptions.defaults()
			.withStore(this.store.address())
			.withBaseUrl(this.api.baseUrl())
			.withSecret(SECRET)
			.withConnectTimeout(Duration.ofSeconds(20))
			.withTimeout(Duration.ofSeconds(2))
			.withAcquisitionTimeout(Duration.ofSeconds(60))
			.withWaitTimeout(Duration.ofSeconds(60));
	}

	/** Start an instance, and wait for it. */
	Instance start(InstanceOptions options) {
		return launch(options).awaitStart();
	}

	/** Start instances at the same time, and wait for them. */
	List<Instance> start(int count, InstanceOptions options) {
		List<Instance> started = IntStream.range(0, count).mapToObj((i) -> launch(options)).toList();
		started.forEach(Instance::awaitStart);
		return started;
	}

	/** Start an instance with other classes than this JVM, and wait for it. */
	Instance start(List<String> classPath, InstanceOptions options) {
		return launch(classPath, options).awaitStart();
	}

	private Instance launch(InstanceOptions options) {
		return launch(InstanceClasses.arguments(), options);
	}

	private Instance launch(List<String> classPath, InstanceOptions options) {
		String name = "%s-%s-%d".formatted(this.row, this.kind, this.instances.size() + 1)
			.replaceAll("[^A-Za-z0-9]+", "-");
		Instance instance = Instance.start(name, classPath, options, LOGS.resolve(name + ".log"));
		this.instances.add(instance);
		return instance;
	}

	/**
	 * Return the distinct tokens, or failures, that all of these instances get at once.
	 */
	static Set<String> sessions(List<Instance> instances) {
		instances.forEach((instance) -> instance.send("session"));
		Set<String> tokens = new LinkedHashSet<>();
		instances.forEach((instance) -> tokens.add(instance.awaitResponse("session")));
		return tokens;
	}

	/** Return the results of the next call of each instance, which all call at once. */
	static List<String> calls(List<Instance> instances) {
		instances.forEach((instance) -> instance.send("call"));
		return instances.stream().map((instance) -> instance.awaitResponse("call")).toList();
	}

	/** Let each instance call an operation in an interval. */
	static void startCalls(List<Instance> instances, Duration interval) {
		instances.forEach((instance) -> instance.startCalls(interval));
	}

	/** Return how many of these calls failed, and print the first failure. */
	static int stopCalls(List<Instance> instances) {
		instances.forEach((instance) -> instance.send("stop"));
		int failed = 0;
		for (Instance instance : instances) {
			CallCounts counts = CallCounts.parse(instance.awaitResponse("stop"));
			System.out.println(instance + ": " + counts);
			failed += counts.failed();
		}
		return failed;
	}

	/** Wait until these instances have the same token. */
	static void awaitOneSession(List<Instance> instances, Duration timeout) {
		Waiting.until("one session", timeout, () -> {
			Set<String> tokens = sessions(instances);
			return tokens.size() == 1 && !tokens.iterator().next().startsWith("failed");
		});
	}

	/** Wait until a started instance has put its record back into an empty store. */
	void awaitRecord() {
		Waiting.until("the record was put back", Duration.ofSeconds(40), this.store::hasRecord);
	}

	int logins() {
		return this.api.count("CreateSession");
	}

	int renewals() {
		return this.api.count("RenewSession");
	}

	/** Check what was counted so far, and write the row of the report. */
	void conclude(Expectation expected, int failedCalls) {
		this.concluded = true;
		Measurement measured = measure(failedCalls);
		FleetReport.add(this.row, this.kind, expected, measured);
		expected.check(measured);
	}

	private Measurement measure(int failedCalls) {
		return new Measurement(logins(), renewals(), failedCalls,
				Duration.ofNanos(System.nanoTime() - this.startNanos));
	}

	void conclude(Expectation expected) {
		conclude(expected, 0);
	}

	/** End all processes of this fleet. */
	@Override
	public void close() {
		if (!this.concluded) {
			FleetReport.add(this.row, this.kind, null, measure(0));
		}
		this.instances.forEach(Instance::close);
		this.store.close();
		this.api.close();
	}

}
