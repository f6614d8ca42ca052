package io.github.connectapi.license;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressReporterTests {

	private static final OptionalLong TOTAL = OptionalLong.of(1000);

	private final AtomicLong nanos = new AtomicLong();

	private final List<Long> reported = new ArrayList<>();

	private final ProgressReporter reporter = new ProgressReporter(DownloadFixture.license("https://localhost/oak"),
			(progress) -> this.reported.add(progress.bytes()), this.nanos::get, new AtomicBoolean());

	@Test
	void whenThereIsAnotherPercentThenItIsReportedAtOnce() {
		this.reporter.progress(1, TOTAL);
		this.reporter.progress(10, TOTAL);
		this.reporter.progress(11, TOTAL);
		assertThat(this.reported).containsExactly(1L, 11L);
	}

	@Test
	void whenTheIntervalHasPassedThenLessThanAPercentIsReported() {
		this.reporter.progress(1, TOTAL);
		this.nanos.addAndGet(Duration.ofMillis(100).toNanos());
		this.reporter.progress(2, TOTAL);
		assertThat(this.reported).containsExactly(1L, 2L);
	}

	@Test
	void whenTheSizeIsUnknownThenOnlyTheIntervalCounts() {
		this.reporter.progress(1, OptionalLong.empty());
		this.reporter.progress(1_000_000, OptionalLong.empty());
		assertThat(this.reported).containsExactly(1L);
	}

}
