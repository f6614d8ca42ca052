package example.core;

import java.util.List;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * Creates a session at the fake server and searches for images.
 */
public final class Main {

	private Main() {
	}

	public static void main(String[] arguments) {
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
				FakeConnectServerBuilder.USER_PASSWORD);
		try (FakeConnectServer server = FakeConnectServer.start();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl())).build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> credentials).build()) {
			ConnectApi connect = ConnectApi.builder(client, manager).build();
			List<Image> images = new ImageSearch(connect).page(new SearchForImages("tree")).images();
			System.out.println(images.isEmpty() ? "no images" : "works");
		}
	}

}
