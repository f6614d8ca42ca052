package io.github.connectapi.benchmarks;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one JMH benchmark in one fork. Callers alternate between benchmarks, so that a
 * disturbance of the machine affects all of them.
 */
final class JmhRunner {

	/** Short, so that at least some iterations are undisturbed. */
	private static final TimeValue ITERATION = TimeValue.milliseconds(100);

	private final ChainedOptionsBuilder options;

	JmhRunner(Class<?> benchmarks, String name, int warmup, int measured) {
		this.options = new OptionsBuilder().include(benchmarks.getName() + "\\." + name + "$")
			.forks(1)
			.warmupIterations(warmup)
			.warmupTime(ITERATION)
			.measurementIterations(measured)
			.measurementTime(ITERATION)
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.addProfiler(GCProfiler.class);
	}

	JmhRunner threads(int threads) {
		this.options.threads(threads);
		return this;
	}

	JmhRunner param(String name, String value) {
		this.options.param(name, value);
		return this;
	}

	RunResult fork() {
		try {
			return new Runner(this.options.build()).runSingle();
		}
		catch (RunnerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Return the fastest iteration, because other load only makes it slower. */
	static double fastest(RunResult result) {
		return result.getPrimaryResult().getStatistics().getMin();
	}

	/** Return the median of the sampled calls. */
	static double median(RunResult result) {
		return result.getPrimaryResult().getStatistics().getPercentile(50);
	}

	static double bytesPerCall(RunResult result) {
		Result<?> rate = result.getSecondaryResults().get("gc.alloc.rate.norm");
		return (rate != null) ? rate.getScore() : Double.NaN;
	}

}
