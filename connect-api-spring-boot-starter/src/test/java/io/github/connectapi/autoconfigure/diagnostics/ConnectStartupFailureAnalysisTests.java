package io.github.connectapi.autoconfigure.diagnostics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.user.ConnectUserCredentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the failure analysis of properties and of required sessions.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConnectStartupFailureAnalysisTests {

	private static final String CANARY = FailedApplicationStart.CANARY;

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenCredentialsAreMissingThenTheAnalysisNamesThemAndTheAction(CapturedOutput output) {
		start("--getty.connect.system-id=" + CANARY, "--getty.connect.system-password=" + CANARY);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Failed to start the Getty Images Connect API client:")
			.contains("getty.connect.user-name is missing")
			.contains("getty.connect.user-password is missing")
			.contains("Set getty.connect.user-password to the password of the user. Quote the value in YAML")
			.doesNotContain(CANARY);
	}

	@Test
	void whenAValueIsOutOfRangeThenTheAnalysisContainsItsOrigin(CapturedOutput output) {
		startWithCredentials("--getty.connect.retry.multiplier=0.5");
		assertThat(output).contains(
				"getty.connect.retry.multiplier has the invalid value 0.5: The retry multiplier must be between 1 and 100 "
						+ "(from \"getty.connect.retry.multiplier\" from property source \"commandLineArgs\")")
			.contains("Set getty.connect.retry.multiplier to a value such as 1.0.");
	}

	@Test
	void whenTheMaxResponseSizeIsTooLargeThenTheAnalysisNamesItsRange(CapturedOutput output) {
		startWithCredentials("--getty.connect.http.max-response-size=2GB");
		assertThat(output).contains("getty.connect.http.max-response-size has the invalid value 2147483648B: The ")
			.contains("Set getty.connect.http.max-response-size to a value such as 5MB.");
	}

	@Test
	void whenYamlChangedACredentialThenTheAnalysisContainsItsLine(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		Path file = Files.writeString(directory.resolve("more.yml"), """
				getty:
				  connect:
				    system-password: secret
				    system-id:  0123
				    user-name: user
				    user-password: secret
				""");
		start("--spring.config.additional-location=" + file.toUri());
		assertThat(output).contains(
				"getty.connect.system-id is not quoted, and YAML changed it by reading it as a number or boolean (from URL")
			.contains("more.yml] - 4:17)")
			.contains("Quote the value of getty.connect.system-id in YAML, because an unquoted 0123 is the number 83.");
	}

	@Test
	void whenYamlChangedAnApiKeyThenTheAnalysisContainsItsLine(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		Path file = Files.writeString(directory.resolve("more.yml"), """
				getty:
				  connect:
				    session.type: oauth2
				    api-key: 0123
				    api-secret: secret
				""");
		start("--spring.config.additional-location=" + file.toUri());
		assertThat(output).contains(
				"getty.connect.api-key is not quoted, and YAML changed it by reading it as a number or boolean (from URL")
			.contains("more.yml] - 4:14)");
	}

	@Test
	void whenTheSessionTypeIsUnknownThenTheAnalysisNamesTheKnownOnes(CapturedOutput output) {
		startWithCredentials("--getty.connect.session.type=guest");
		assertThat(output).contains("getty.connect.session.type")
			.contains("USER")
			.contains("APPLICATION")
			.contains("OAUTH2");
	}

	@Test
	void whenTheSystemOfAnApplicationSessionIsMissingThenNoUserIsRequired(CapturedOutput output) {
		start("--getty.connect.session.type=application", "--getty.connect.system-password=" + CANARY);
		assertThat(output).contains("getty.connect.system-id is missing").doesNotContain("getty.connect.user-", CANARY);
	}

	@Test
	void whenTheBaseUrlIsInvalidThenTheAnalysisNamesItWithoutItsPassword(CapturedOutput output) {
		startWithCredentials("--getty.connect.base-url=https://user:" + CANARY + "@host");
		assertThat(output).contains("getty.connect.base-url is invalid. The base URL must not contain a user name")
			.contains("such as https://connect.gettyimages.com")
			.doesNotContain(CANARY);
	}

	@Test
	void whenTheBaseUrlUsesPlainHttpThenTheAnalysisNamesThePropertyThatAllowsIt(CapturedOutput output) {
		startWithCredentials("--getty.connect.base-url=http://proxy.example");
		assertThat(output).contains("or set getty.connect.allow-insecure-http to true");
	}

	@Test
	void whenTheBaseUrlHasAVersionThenTheAnalysisRejectsIt(CapturedOutput output) {
		startWithCredentials("--getty.connect.base-url=http://127.0.0.1:1/v1");
		assertThat(output).contains("must not end with a version such as /v1")
			.doesNotContain("allow-insecure-http to true");
	}

	@Test
	void whenTheBundleIsUnknownThenTheAnalysisNamesTheOnesThatExist(CapturedOutput output) {
		startWithCredentials("--getty.connect.base-url=https://localhost", "--getty.connect.ssl.bundle=gety",
				"--spring.ssl.bundle.jks.getty.truststore.location=classpath:any.jks");
		assertThat(output).contains("getty.connect.ssl.bundle is 'gety', but there is no SSL bundle with that name")
			.contains("(existing bundles: getty)");
	}

	@Test
	void whenTheBundleCannotBeLoadedThenTheAnalysisNamesTheProperty(CapturedOutput output) {
		startWithCredentials("--getty.connect.base-url=https://localhost", "--getty.connect.ssl.bundle=getty",
				"--spring.ssl.bundle.jks.getty.truststore.location=classpath:absent.jks");
		assertThat(output).contains("The SSL bundle of getty.connect.ssl.bundle cannot be loaded: "
				+ "spring.ssl.bundle.jks.getty.truststore.location is 'classpath:absent.jks', which does not exist");
	}

	@Test
	void whenTheCredentialsOfARequiredSessionAreRejectedThenTheAnalysisNamesThem(CapturedOutput output) {
		startWithCredentials("--getty.connect.session.startup=required");
		assertThat(output).contains("getty.connect.session.startup is 'required'")
			.contains("): CreateSession returned an error (InvalidSystemIdOrPassword: ", ", coordination id ")
			.contains("Correct getty.connect.system-id, getty.connect.system-password")
			.contains("Each startup logs in once")
			.doesNotContain(CANARY, "code: ", "coordination id: ");
		assertThat(this.server.count("CreateSession")).isEqualTo(1);
	}

	@Test
	void whenTheServerOfARequiredSessionIsUnreachableThenTheAnalysisNamesTheBaseUrl(CapturedOutput output) {
		startWithCredentials("--getty.connect.base-url=http://127.0.0.1:1", "--getty.connect.retry.max-attempts=1",
				"--getty.connect.session.startup=required", "--getty.connect.session.startup-timeout=100ms");
		assertThat(output).contains("CreateSession to http://127.0.0.1:1 failed")
			.contains("Check that the server at getty.connect.base-url is up, can be reached")
			.contains("set getty.connect.session.startup to 'background' or 'lazy'")
			.doesNotContain(CANARY);
	}

	@Test
	void whenTheKeyOfARequiredSessionIsRejectedThenTheAnalysisNamesIt(CapturedOutput output) {
		startWithOAuth2("--getty.connect.session.startup=required");
		assertThat(output).contains("getty.connect.session.startup is 'required'")
			.contains("ClientCredentialsGrant to " + this.server.tokenUri() + " failed with HTTP 401: invalid_client")
			.contains("Correct getty.connect.api-key, getty.connect.api-secret")
			.contains("Each startup logs in once")
			.doesNotContain(CANARY, "Correct getty.connect.system-id");
		assertThat(this.server.count(FakeConnectServer.TOKEN_REQUEST)).isEqualTo(1);
	}

	@Test
	void whenTheTokenEndpointOfARequiredSessionIsUnreachableThenTheAnalysisNamesTheTokenUri(CapturedOutput output) {
		startWithOAuth2("--getty.connect.oauth2.token-uri=http://127.0.0.1:1/token",
				"--getty.connect.retry.max-attempts=1", "--getty.connect.session.startup=required",
				"--getty.connect.session.startup-timeout=100ms");
		assertThat(output).contains("ClientCredentialsGrant to http://127.0.0.1:1/token failed")
			.contains("Check that the server at getty.connect.oauth2.token-uri is up, can be reached")
			.doesNotContain(CANARY, "getty.connect.base-url");
	}

	@Test
	void whenASystemIsSetForOAuth2ThenTheAnalysisNamesItWithItsOriginAndWithoutItsValue(CapturedOutput output) {
		startWithOAuth2("--getty.connect.system-id=" + CANARY, "--getty.connect.system-password=" + CANARY);
		assertThat(output).contains(
				"getty.connect.system-id is set, but getty.connect.session.type is 'oauth2', which needs an API key and its secret instead (from \"getty.connect.system-id\" from property source \"commandLineArgs\")")
			.contains("Remove getty.connect.system-password, or set getty.connect.session.type to 'user'")
			.doesNotContain(CANARY);
	}

	@Test
	void whenTheTokenUriContainsAPasswordThenTheAnalysisDoesNotContainIt(CapturedOutput output) {
		startWithOAuth2("--getty.connect.oauth2.token-uri=https://user:" + CANARY + "@host/token");
		assertThat(output)
			.contains("getty.connect.oauth2.token-uri is invalid. The token URI must not contain a user name")
			.contains("such as https://authentication.gettyimages.com/oauth2/token")
			.doesNotContain(CANARY);
	}

	@ParameterizedTest
	@CsvSource({ "api-key, oauth2", "api-key, user", "api-secret, oauth2", "api-secret, user" })
	void whenAKeyOrSecretRefersToItselfThenTheAnalysisNamesItWithoutItsValue(String name, String type,
			CapturedOutput output) {
		FailedApplicationStart.failureOf(FailedApplicationStart.App.class, "--getty.connect.session.type=" + type,
				"--getty.connect." + name + "=" + CANARY + "${getty.connect." + name + "}");
		assertThat(output).contains("Failed to bind getty.connect." + name + ": PlaceholderResolutionException ")
			.doesNotContain(CANARY);
	}

	@Test
	void whenTheStartupModeIsUnknownThenTheAnalysisNamesTheKnownOnes(CapturedOutput output) {
		startWithCredentials("--getty.connect.session.startup=requird");
		assertThat(output).contains("getty.connect.session.startup").contains("LAZY").contains("REQUIRED");
	}

	@Test
	void whenThereAreUsersAndAPasswordRefersToItselfThenTheAnalysisNamesItWithoutItsValue(CapturedOutput output) {
		FailedApplicationStart.failureOf(ManyUsersApp.class,
				"--getty.connect.user-password=" + CANARY + "${getty.connect.user-password}");
		assertThat(output).contains("Failed to bind getty.connect.user-password: PlaceholderResolutionException ")
			.doesNotContain(CANARY);
	}

	@Test
	void whenAPasswordRefersToItselfThenTheAnalysisNamesItWithoutItsValue(CapturedOutput output) {
		FailedApplicationStart.failureOf(FailedApplicationStart.App.class,
				"--getty.connect.user-password=" + CANARY + "${getty.connect.user-password}");
		assertThat(output)
			.contains("Failed to bind getty.connect.user-password: PlaceholderResolutionException "
					+ "(from \"getty.connect.user-password\" from property source \"commandLineArgs\")")
			.contains("Set getty.connect.user-password to a quoted string")
			.doesNotContain(CANARY);
	}

	@Test
	void whenADurationCannotBeConvertedThenTheAnalysisOfSpringBootContainsNoSecret(CapturedOutput output) {
		startWithCredentials("--getty.connect.http.connect-timeout=soon");
		assertThat(output).contains("Failed to bind properties under 'getty.connect.http.connect-timeout'")
			.doesNotContain(CANARY);
	}

	@Test
	void whenAPasswordIsAListThenItIsMissingAndNotPrinted(CapturedOutput output) {
		start("--getty.connect.base-url=" + this.server.baseUrl(), "--getty.connect.user-password[0]=" + CANARY);
		assertThat(output).contains("getty.connect.user-password").doesNotContain(CANARY);
	}

	private void startWithCredentials(String... more) {
		List<String> args = new ArrayList<>(
				List.of("--getty.connect.system-id=system", "--getty.connect.system-password=" + CANARY,
						"--getty.connect.user-name=user", "--getty.connect.user-password=" + CANARY));
		if (List.of(more).stream().noneMatch((arg) -> arg.contains("base-url"))) {
			args.add("--getty.connect.base-url=" + this.server.baseUrl());
		}
		args.addAll(List.of(more));
		start(args.toArray(String[]::new));
	}

	private void startWithOAuth2(String... more) {
		List<String> args = new ArrayList<>(
				List.of("--getty.connect.base-url=" + this.server.baseUrl(), "--getty.connect.session.type=oauth2",
						"--getty.connect.api-key=key", "--getty.connect.api-secret=" + CANARY));
		if (List.of(more).stream().noneMatch((arg) -> arg.contains("token-uri"))) {
			args.add("--getty.connect.oauth2.token-uri=" + this.server.tokenUri());
		}
		args.addAll(List.of(more));
		start(args.toArray(String[]::new));
	}

	private static void start(String... args) {
		FailedApplicationStart.of(FailedApplicationStart.App.class, args);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ManyUsersApp {

		@Bean
		ConnectUserCredentials userCredentials() {
			return (key) -> null;
		}

	}

}
