package io.github.connectapi.benchmarks;

import java.util.List;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForImagesResult;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.transport.ConnectTls;

/**
 * This library with its default settings, but with longer timeouts. A session is created
 * with {@link ConnectClient}, a search is a call of {@link ConnectApi}.
 */
final class LibraryClient implements ExchangeClient {

	private static final SearchForImages SEARCH = new SearchForImages("tree");

	private final ConnectCredentials credentials = ConnectCredentials.of("1", "system", "user", "password");

	private final ConnectClient client;

	private final ConnectSessionManager sessions;

	private final ConnectApi connect;

	LibraryClient(String baseUrl) {
		this(baseUrl, null);
	}

	LibraryClient(String baseUrl, @Nullable SSLContext tls) {
		@Nullable ConnectTls settings = (tls != null) ? ConnectTls.of(tls) : null;
		this.client = ConnectClient.builder(BaseUrl.of(baseUrl))
			.connectTimeout(TIMEOUT)
			.responseTimeout(TIMEOUT)
			.tls(() -> settings)
			.build();
		this.sessions = ConnectSessionManager.builder(this.client, () -> this.credentials).build();
		this.connect = ConnectApi.builder(this.client, this.sessions).timeout(TIMEOUT).build();
	}

	@Override
	public Object createSession() {
		return this.client.createSession(this.credentials, TIMEOUT);
	}

	@Override
	public Object search() {
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, SEARCH, SearchResult.class);
	}

	@Override
	public Object typedSearch() {
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, TypedSearch.SEARCH, SearchForImagesResult.class);
	}

	@Override
	public void close() {
		this.sessions.close();
		this.client.close();
	}

	record SearchResult(int itemTotalCount, List<Image> images) {
	}

	record Image(String imageId, String title, String artist, String urlThumb) {
	}

}
