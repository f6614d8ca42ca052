package io.github.connectapi.autoconfigure.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.ConnectConnectionDetails;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.TokenUri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for the properties of OAuth 2, alone and in contradiction to those of other
 * session types.
 */
class OAuth2PropertiesTests {

	private static final String CANARY = "canary-7";

	private static final String KEY = "session.type=oauth2, api-key=key-canary-7, api-secret=canary-7";

	private static final String SYSTEM = "system-id=system-canary-7, system-password=canary-7";

	private static final String USER = "user-name=user-canary-7, user-password=canary-7";

	@Test
	void whenThereIsAUserThenTheCredentialsAreOfThatUser() {
		assertThat(credentials(KEY, USER))
			.isEqualTo(ConnectCredentials.ofOAuth2("key-canary-7", CANARY, "user-canary-7", CANARY));
	}

	@Test
	void whenThereIsNoUserThenTheCredentialsAreOfAnApplication() {
		assertThat(credentials(KEY)).isEqualTo(ConnectCredentials.ofOAuth2Application("key-canary-7", CANARY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "oauth2", "OAUTH2", "OAuth2", "o-auth2" })
	void whenTheTypeIsWrittenInAnotherWayThenItIsOAuth2(String type) {
		assertThat(credentials("session.type=" + type, "api-key=a", "api-secret=b").isOAuth2()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					api-key= | api-key | is blank
							api-secret= | api-secret | is blank
					api-secret=${NOT_SET} | api-secret | is ${NOT_SET}, which cannot be resolved
					api-secret=canary-7${NOT_SET} | api-secret | contains a placeholder that cannot be resolved
					api-key=$(API_KEY) | api-key | contains an expression that another program should have replaced
					user-name=canary-7 | user-password | is missing
					user-password=canary-7 | user-name | is missing
					user-name=canary-7, user-password= | user-password | is blank
					user-name=, user-password=canary-7 | user-name | is blank
					user-name=canary-7, user-password={cipher}canary-7 | user-password | contains an expression that another program should have replaced
					""")
	void whenACredentialIsMissingOrNotMeantThenOnlyThatIsReported(String settings, String property, String reason) {
		List<StartupProblem> problems = problems(KEY, settings);
		assertThat(problems).singleElement()
			.extracting(StartupProblem::property, StartupProblem::reason)
			.containsExactly("getty.connect." + property, "getty.connect." + property + " " + reason);
		assertThat(problems.toString()).doesNotContain(CANARY);
	}

	@ParameterizedTest
	@CsvSource({ "api-key, api-secret", "api-secret, api-key" })
	void whenTheKeyOrItsSecretIsMissingThenOnlyThatIsReported(String present, String missing) {
		List<StartupProblem> problems = problems("session.type=oauth2", present + "=canary-7");
		assertThat(problems).singleElement()
			.extracting(StartupProblem::property, StartupProblem::reason)
			.containsExactly("getty.connect." + missing, "getty.connect." + missing + " is missing");
		assertThat(problems.toString()).contains("Set getty.connect." + missing, "which is no system ")
			.doesNotContain(CANARY);
	}

	@Test
	void whenASystemIsSetInsteadOfAKeyThenAllIsReported() {
		List<StartupProblem> problems = problems("session.type=oauth2", SYSTEM);
		assertThat(problems).extracting(StartupProblem::reason)
			.containsExactly(
					"getty.connect.system-id is set, but getty.connect.session.type is 'oauth2', which needs an API key and its secret instead",
					"getty.connect.system-password is set, but getty.connect.session.type is 'oauth2', which needs an API key and its secret instead",
					"getty.connect.api-key is missing", "getty.connect.api-secret is missing");
		assertThat(problems.toString())
			.contains("Remove getty.connect.system-id, or set getty.connect.session.type to 'user' or 'application'.")
			.doesNotContain(CANARY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "system-id", "system-password" })
	void whenASystemIsSetBesideAKeyThenItIsRefused(String property) {
		assertThat(problems(KEY, property + "=canary-7")).extracting(StartupProblem::property)
			.containsExactly("getty.connect." + property);
	}

	@ParameterizedTest
	@CsvSource({ "user, api-key", "user, api-secret", "application, api-key", "application, api-secret" })
	void whenAKeyIsSetForAnotherTypeThenTheActionNamesTheType(String type, String property) {
		List<StartupProblem> problems = problems(SYSTEM, type.equals("user") ? USER : "", "session.type=" + type,
				property + "=canary-7");
		assertThat(problems).containsExactly(new StartupProblem("getty.connect." + property,
				"getty.connect.%s is set, but getty.connect.session.type is '%s'".formatted(property, type),
				"Remove getty.connect.%s, or set getty.connect.session.type to 'oauth2'.".formatted(property)));
	}

	@Test
	void whenOnlyTheTypeIsMissingThenNoSystemIsRequired() {
		assertThat(problems("api-key=canary-7", "api-secret=canary-7", USER)).extracting(StartupProblem::property)
			.containsExactly("getty.connect.api-key", "getty.connect.api-secret");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					http://canary-7.example/token | must begin with https:// because secrets are sent to it; plain http is accepted for localhost only
					https://user:canary-7@host/token | must not contain a user name or password
					https://host/token?a=canary-7 | must not contain a query or a fragment
					https://host/token#canary-7 | must not contain a query or a fragment
					ftp://canary-7/token | must begin with https://
					canary-7 | must begin with https://
					https:///canary-7 | must contain a host that java.net.URI accepts
					https://host/${canary-7} | is not a URI: Illegal character in path
					""")
	void whenTheTokenUriIsInvalidThenTheProblemDoesNotContainIt(String uri, String reason) {
		List<StartupProblem> problems = problems(KEY, "oauth2.token-uri=" + uri);
		assertThat(problems).containsExactly(new StartupProblem("getty.connect.oauth2.token-uri",
				"getty.connect.oauth2.token-uri is invalid. The token URI " + reason,
				"Set getty.connect.oauth2.token-uri to a URL such as https://authentication.gettyimages.com/oauth2/token, or remove the property to use that default."));
	}

	@Test
	void whenTheTokenUriIsBlankThenItIsReported() {
		assertThat(problems(KEY, "oauth2.token-uri=")).extracting(StartupProblem::reason)
			.containsExactly("getty.connect.oauth2.token-uri is blank");
	}

	@Test
	void whenTheTokenUriIsInvalidThenItIsReportedTogetherWithOtherProblems() {
		assertThat(problems(KEY, "oauth2.token-uri=ftp://host", "retry.jitter=2", "user-name=a"))
			.extracting(StartupProblem::property)
			.containsExactly("getty.connect.user-password", "getty.connect.oauth2.token-uri",
					"getty.connect.retry.jitter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "user", "application" })
	void whenTheTokenUriIsSetForAnotherTypeThenItIsRefused(String type) {
		assertThat(problems(SYSTEM, type.equals("user") ? USER : "", "session.type=" + type,
				"oauth2.token-uri=https://canary-7.example/token"))
			.containsExactly(new StartupProblem("getty.connect.oauth2.token-uri",
					"getty.connect.oauth2.token-uri is set, but getty.connect.session.type is '%s'".formatted(type),
					"Remove getty.connect.oauth2.token-uri, or set getty.connect.session.type to 'oauth2'."));
	}

	@ParameterizedTest
	@ValueSource(strings = { TokenUri.DEFAULT, "http://127.0.0.1:1/oauth2/token", "HTTP://localhost/token" })
	void whenTheTokenUriOfAnotherTypeIsTheDefaultOrLocalThenItIsAccepted(String uri) {
		application(SYSTEM, USER, "oauth2.token-uri=" + uri).run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenAProviderSuppliesTheCredentialsThenTheKeyAndTheTokenUriAreAcceptedForAnyType() {
		application("api-key=a", "oauth2.token-uri=https://host/token")
			.withBean(ConnectCredentialsProvider.class, () -> mock(ConnectCredentialsProvider.class))
			.run((context) -> assertThat(tokenUri(context.getBean(ConnectClient.class)))
				.isEqualTo("https://host/token"));
	}

	@Test
	void whenTheTokenUriIsNotSetThenTheClientUsesThatOfGettyImages() {
		application(KEY)
			.run((context) -> assertThat(tokenUri(context.getBean(ConnectClient.class))).isEqualTo(TokenUri.DEFAULT));
	}

	@Test
	void whenTheConnectionDetailsReturnATokenUriThenTheClientUsesIt() {
		ConnectConnectionDetails details = mock();
		given(details.getBaseUrl()).willReturn(BaseUrl.of("https://a"));
		given(details.getTokenUri()).willReturn(TokenUri.of("https://details/token"));
		application("oauth2.token-uri=https://property/token").withBean(ConnectConnectionDetails.class, () -> details)
			.run((context) -> assertThat(tokenUri(context.getBean(ConnectClient.class)))
				.isEqualTo("https://details/token"));
	}

	@Test
	void whenTheConnectionDetailsReturnNoTokenUriThenTheClientUsesTheProperty() {
		ConnectConnectionDetails details = mock();
		given(details.getBaseUrl()).willReturn(BaseUrl.of("https://a"));
		application("oauth2.token-uri=https://property/token").withBean(ConnectConnectionDetails.class, () -> details)
			.run((context) -> assertThat(tokenUri(context.getBean(ConnectClient.class)))
				.isEqualTo("https://property/token"));
	}

	@Test
	void whenUnusualCredentialsAreAllowedThenTheyAreUsed() {
		assertThat(credentials("session.type=oauth2", "api-key=$(KEY)", "api-secret={cipher}a",
				"allow-unusual-credentials=true"))
			.isEqualTo(ConnectCredentials.ofOAuth2Application("$(KEY)", "{cipher}a"));
	}

	@Test
	void whenThePropertiesAndCredentialsArePrintedThenTheyContainNoSecret() {
		application(KEY, USER).run((context) -> {
			GettyConnectProperties properties = context.getBean(GettyConnectProperties.class);
			assertThat(properties + " " + properties.getOauth2() + " " + properties.credentials().get())
				.doesNotContain(CANARY);
		});
	}

	private static String tokenUri(ConnectClient client) {
		Object[] found = new Object[1];
		assertThat(client).extracting("settings.tokenUri").satisfies((uri) -> found[0] = uri);
		return found[0].toString();
	}

	private static ConnectCredentials credentials(String... settings) {
		ConnectCredentials[] found = new ConnectCredentials[1];
		application(settings)
			.run((context) -> found[0] = context.getBean(ConnectConnectionDetails.class).getCredentials());
		return found[0];
	}

	private static List<StartupProblem> problems(String... settings) {
		List<StartupProblem> problems = new ArrayList<>();
		application(settings).run((context) -> {
			Throwable cause = context.getStartupFailure();
			while (!(cause instanceof ConnectStartupException startup)) {
				assertThat(cause).as("startup exception in %s", context.getStartupFailure()).isNotNull();
				cause = cause.getCause();
			}
			problems.addAll(startup.problems());
		});
		return problems;
	}

	private static ApplicationContextRunner application(String... settings) {
		return FakeApplication.bare()
			.withPropertyValues(Stream.of(settings)
				.flatMap((group) -> Stream.of(group.split(", ")))
				.filter((setting) -> !setting.isEmpty())
				.map("getty.connect."::concat)
				.toArray(String[]::new));
	}

}
