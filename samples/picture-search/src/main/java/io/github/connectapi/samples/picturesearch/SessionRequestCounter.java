package io.github.connectapi.samples.picturesearch;

import java.util.concurrent.atomic.LongAdder;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import io.github.connectapi.client.ConnectClientCustomizer;

/**
 * Counts the logins and renewals that the starter sends, including those that fail.
 */
@Component
class SessionRequestCounter implements ConnectClientCustomizer {

	private final LongAdder logins = new LongAdder();

	private final LongAdder renewals = new LongAdder();

	@Override
	public void customize(RestClient.Builder builder) {
		builder.requestInterceptor((request, body, execution) -> {
			count(request.getURI().getPath());
			return execution.execute(request, body);
		});
	}

	long logins() {
		return this.logins.sum();
	}

	long renewals() {
		return this.renewals.sum();
	}

	private void count(String path) {
		if (path.endsWith("/CreateSession")) {
			this.logins.increment();
		}
		else if (path.endsWith("/RenewSession")) {
			this.renewals.increment();
		}
	}

}
