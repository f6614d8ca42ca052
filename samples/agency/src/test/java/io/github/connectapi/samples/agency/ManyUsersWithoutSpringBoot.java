package io.github.connectapi.samples.agency;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.user.ConnectSessions;

/**
 * The example of {@code docs/many-users.md}.
 */
final class ManyUsersWithoutSpringBoot {

	private ManyUsersWithoutSpringBoot() {
	}

	static int search(ConnectClient client, ConnectApi connect, GettyAccounts accounts, String personId) {
		ConnectSessions sessions = ConnectSessions.builder(client, (key) -> accounts.credentialsOf(key).orElse(null))
			.build();
		ConnectApi connectOfUser = connect.forSession(sessions.forUser(personId));
		try (sessions) {
			return new ImageSearch(connectOfUser).page(new SearchForImages("tree")).itemTotalCount();
		}
	}

}
