package io.github.connectapi.samples.quickstart;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import org.springframework.http.MediaType;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.autoconfigure.ConnectConnectionDetails;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.session.ConnectSessionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.jsonPath;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

/**
 * The service alone, with a session made by hand.
 */
class PictureSearchUnitTests {

	@Test
	void whenSearchedThenTheTokenIsSent() {
		ConnectSessionManager sessions = mock();
		given(sessions.getSession()).willReturn(ConnectSession.of("a-token", Duration.ofMinutes(30)));
		RestClient.Builder builder = RestClient.builder();
		MockRestServiceServer connect = MockRestServiceServer.bindTo(builder).build();
		connect.expect(requestTo(URI.create("https://connect.gettyimages.com/v2/search/SearchForImages")))
			.andExpect(jsonPath("$.RequestHeader.Token").value("a-token"))
			.andRespond(withSuccess("""
					{"ResponseHeader": {"Status": "success"},
					 "SearchForImagesResult": {"Images": [{"Title": "Tree"}]}}""", MediaType.APPLICATION_JSON));

		assertThat(new PictureSearch(sessions, new Details(), builder).titles("tree")).containsExactly("Tree");
	}

	private static final class Details implements ConnectConnectionDetails {

		@Override
		public BaseUrl getBaseUrl() {
			return BaseUrl.of(BaseUrl.DEFAULT);
		}

		@Override
		public ConnectCredentials getCredentials() {
			throw new IllegalStateException("Not needed");
		}

	}

}
