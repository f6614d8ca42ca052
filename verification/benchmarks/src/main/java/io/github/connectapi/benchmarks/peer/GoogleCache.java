package io.github.connectapi.benchmarks.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.google.auth.RequestMetadataCallback;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import com.google.auth.oauth2.OAuth2CredentialsWithRefresh;

/**
 * The {@link OAuth2Credentials} of google-auth. With an executor, they renew in the
 * background. Without one, the caller renews, and the read of a fresh token is shorter.
 */
final class GoogleCache implements TokenCache {

	private static final URI TARGET = URI.create("https://connect.example/");

	private final OAuth2Credentials credentials;

	private final ExecutorService executor = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "google");
		thread.setDaemon(true);
		return thread;
	});

	private final boolean inBackground;

	GoogleCache(Server server, Times times, boolean inBackground) {
		this.inBackground = inBackground;
		this.credentials = OAuth2CredentialsWithRefresh.newBuilder()
			.setRefreshHandler(() -> fetch(server, times))
			.setRefreshMargin(times.lifetime().minus(times.due()))
			.setExpirationMargin(times.lifetime().minus(times.usable()))
			.build();
	}

	private static AccessToken fetch(Server server, Times times) {
		Instant sent = Instant.now();
		return new AccessToken(server.issueSession().token().reveal(), Date.from(sent.plus(times.lifetime())));
	}

	@Override
	public Object get() {
		if (this.inBackground) {
			MetadataFuture future = new MetadataFuture();
			this.credentials.getRequestMetadata(TARGET, this.executor, future);
			return future.metadata.join();
		}
		try {
			return this.credentials.getRequestMetadata(TARGET);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	@SuppressWarnings("unchecked")
	public String token(Object value) {
		List<String> headers = ((Map<String, List<String>>) value).get("Authorization");
		return Objects.requireNonNull(headers).get(0).substring("Bearer ".length());
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

	private static final class MetadataFuture implements RequestMetadataCallback {

		private final CompletableFuture<Map<String, List<String>>> metadata = new CompletableFuture<>();

		@Override
		public void onSuccess(Map<String, List<String>> metadata) {
			this.metadata.complete(metadata);
		}

		@Override
		public void onFailure(Throwable exception) {
			this.metadata.completeExceptionally(exception);
		}

	}

}
