package io.github.connectapi.autoconfigure.diagnostics;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.observation.DefaultConnectObservationConvention;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;
import io.github.connectapi.autoconfigure.ConnectConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for the failure analysis of beans of the application.
 */
@ExtendWith(OutputCaptureExtension.class)
class BeanFailureAnalysisTests {

	private static final String HEADING = "Failed to start the Getty Images Connect API client:";

	private static final String HERE = BeanFailureAnalysisTests.class.getName();

	private static final String[] CREDENTIALS = { "--getty.connect.base-url=http://127.0.0.1:1",
			"--getty.connect.system-id=system", "--getty.connect.system-password=" + FailedApplicationStart.CANARY,
			"--getty.connect.user-name=user", "--getty.connect.user-password=" + FailedApplicationStart.CANARY };

	@Test
	void whenACustomizerFailsThenTheAnalysisNamesItsClass(CapturedOutput output) {
		FailedApplicationStart.of(FailingCustomizer.class, CREDENTIALS);
		assertThat(output)
			.contains(HEADING, HERE
					+ "$FailingCustomizer.customize(builder) threw an exception: java.lang.IllegalStateException: mine")
			.contains("Correct this bean of the application.")
			.doesNotContain(FailedApplicationStart.CANARY);
	}

	@Test
	void whenConnectionDetailsFailThenTheAnalysisNamesTheirClass(CapturedOutput output) {
		FailedApplicationStart.of(FailingDetails.class);
		assertThat(output)
			.contains(HEADING, HERE
					+ "$Details.getBaseUrl() threw an exception: java.lang.IllegalArgumentException: The base URL must")
			.contains("Correct this bean of the application.");
	}

	@Test
	void whenTheTokenUriOfConnectionDetailsFailsThenTheAnalysisNamesTheirClass(CapturedOutput output) {
		FailedApplicationStart.of(DetailsWithTokenUri.class);
		assertThat(output).contains(HEADING, HERE
				+ "$Details.getTokenUri() threw an exception: java.lang.IllegalArgumentException: The token URI must")
			.contains("Correct this bean of the application.");
	}

	@Test
	void whenConnectionDetailsReturnNoBaseUrlThenTheAnalysisNamesTheirClass(CapturedOutput output) {
		FailedApplicationStart.of(EmptyDetails.class);
		assertThat(output).contains(HEADING, HERE + "$Details.getBaseUrl() returned null");
	}

	@Test
	void whenTheBundleOfConnectionDetailsCannotBeLoadedThenTheAnalysisNamesTheirClass(CapturedOutput output) {
		FailedApplicationStart.of(DetailsWithBundle.class);
		assertThat(output).contains(HEADING, "$Details cannot be loaded (FileNotFoundException)")
			.doesNotContain("getty.connect.ssl.bundle");
	}

	@Test
	void whenASessionIsRequiredAndTheProviderFailsThenTheAnalysisNamesTheProvider(CapturedOutput output) {
		FailedApplicationStart.of(FailingProvider.class, "--getty.connect.session.startup=required",
				"--getty.connect.session.startup-timeout=1ms");
		assertThat(output).contains("java.lang.UnsupportedOperationException", "Correct the ConnectCredentialsProvider")
			.doesNotContain("Check that the server at getty.connect.base-url");
	}

	@Test
	void whenASessionIsRequiredAndTheProviderReturnsNullThenTheAnalysisNamesTheProvider(CapturedOutput output) {
		FailedApplicationStart.of(EmptyProvider.class, "--getty.connect.session.startup=required",
				"--getty.connect.session.startup-timeout=1ms");
		assertThat(output).contains("Correct the ConnectCredentialsProvider");
	}

	@Test
	void whenAListenerDependsOnTheApiThenTheAnalysisNamesItAndTheAlternative(CapturedOutput output) {
		FailedApplicationStart.of(CyclicListener.class, CREDENTIALS);
		assertThat(output).contains(
				"The bean 'counter' is a ConnectSessionListener and depends on the session manager or the client, which depend on it.")
			.contains(
					"listen with a method annotated with @EventListener that has a ConnectSessionEvent as parameter.");
	}

	@ParameterizedTest
	@ValueSource(classes = { CyclicProvider.class, CyclicCustomizer.class, CyclicConvention.class })
	void whenABeanOfTheClientDependsOnTheApiThenTheAnalysisNamesIt(Class<?> configuration, CapturedOutput output) {
		FailedApplicationStart.of(configuration, CREDENTIALS);
		String type = configuration.getSimpleName().replace("Cyclic", "");
		assertThat(output)
			.containsPattern("The bean 'own' is a Connect\\w*" + type + " and depends on the session manager")
			.contains("Remove the dependency");
	}

	@Test
	void whenOtherBeansAreACycleThenSpringBootAnalyzesIt(CapturedOutput output) {
		FailedApplicationStart.of(OtherCycle.class, CREDENTIALS);
		assertThat(output).contains("The dependencies of some of the beans in the application context form a cycle")
			.doesNotContain("ConnectSessionListener");
	}

	@Test
	void whenThereAreTwoManagersAndTheApiIsInjectedThenTheAnalysisNamesThem(CapturedOutput output) {
		FailedApplicationStart.of(TwoManagers.class, CREDENTIALS);
		assertThat(output).contains("(session managers: first, second; clients: gettyConnectClient)")
			.contains(
					"Mark one of the candidates as @Primary, or define the bean with ConnectApi.builder(client, manager).build().");
	}

	@Test
	void whenThereAreTwoClientsThenTheAnalysisNamesThem(CapturedOutput output) {
		FailedApplicationStart.of(TwoClients.class, CREDENTIALS);
		assertThat(output).contains("required a single bean, but 2 were found").contains("- one: ", "- two: ");
	}

	@Test
	void whenThereAreTwoClientsBesideAManagerThenTheAnalysisNamesThem(CapturedOutput output) {
		FailedApplicationStart.of(TwoClientsAndManager.class, CREDENTIALS);
		assertThat(output).contains("(session managers: own; clients: one, two)");
	}

	@Test
	void whenDisabledAndTheApiIsInjectedThenTheAnalysisNamesTheProperty(CapturedOutput output) {
		FailedApplicationStart.of(User.class, "--getty.connect.enabled=false");
		assertThat(output)
			.contains("A bean of type " + ConnectApi.class.getName()
					+ " is required, but getty.connect.enabled is false.")
			.contains("Remove getty.connect.enabled, or make the dependency optional");
	}

	@Test
	void whenThereAreOnlyUsersAndTheManagerIsInjectedThenTheAnalysisNamesTheAlternatives(CapturedOutput output) {
		FailedApplicationStart.of(OnlyUsers.class);
		assertThat(output)
			.contains("A bean of type " + ConnectSessionManager.class.getName()
					+ " is required, but the application has no session of its own, only those of users.")
			.contains(
					"Use ConnectSessions.forUser instead, or set getty.connect.user-name and getty.connect.user-password.");
	}

	@Test
	void whenTheCredentialsOfUsersDependOnTheSessionsThenTheAnalysisNamesThem(CapturedOutput output) {
		FailedApplicationStart.of(CyclicUsers.class);
		assertThat(output)
			.contains("The bean 'users' is a ConnectUserCredentials and depends on the session manager or the client")
			.contains("Remove the dependency: a ConnectUserCredentials is called while a session is acquired");
	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class OnlyUsers {

		@Bean
		ConnectUserCredentials users() {
			return (key) -> null;
		}

		@Bean
		String needsManager(ConnectSessionManager manager) {
			return manager.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class CyclicUsers {

		@Bean
		ConnectUserCredentials users(ConnectSessions sessions) {
			return (key) -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class CyclicListener {

		@Bean
		ConnectSessionListener counter(ConnectApi connect) {
			return (event) -> connect.toString();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class CyclicProvider {

		@Bean
		ConnectCredentialsProvider own(ConnectApi connect) {
			return () -> ConnectCredentials.ofApplication(connect.toString(), "password");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class CyclicCustomizer {

		@Bean
		ConnectClientCustomizer own(ConnectSessionManager sessions) {
			return (builder) -> sessions.snapshot();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class CyclicConvention {

		@Bean
		ConnectObservationConvention own(ConnectApi connect) {
			return new DefaultConnectObservationConvention();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class OtherCycle {

		@Bean
		Integer first(Long second) {
			return 1;
		}

		@Bean
		Long second(Integer first) {
			return 2L;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class FailingCustomizer {

		@Bean
		ConnectClientCustomizer customizer() {
			return (builder) -> {
				throw new IllegalStateException("mine");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class FailingDetails {

		@Bean
		ConnectConnectionDetails details() {
			return new Details("ftp://host", null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class DetailsWithTokenUri {

		@Bean
		ConnectConnectionDetails details() {
			return new Details("https://localhost", null, "ftp://host");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class EmptyDetails {

		@Bean
		ConnectConnectionDetails details() {
			return new Details(null, null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class DetailsWithBundle {

		@Bean
		ConnectConnectionDetails details() {
			var absent = new JksSslStoreDetails(null, null, "classpath:absent.jks", null);
			return new Details("https://localhost",
					SslBundle.of(new JksSslStoreBundle(null, absent), SslBundleKey.NONE));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class FailingProvider {

		@Bean
		ConnectCredentialsProvider provider() {
			return () -> {
				throw new UnsupportedOperationException("mine");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class EmptyProvider {

		@Bean
		ConnectCredentialsProvider provider() {
			return () -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(User.class)
	static class TwoManagers {

		@Bean
		ConnectSessionManager first() {
			return mock(ConnectSessionManager.class);
		}

		@Bean
		ConnectSessionManager second() {
			return mock(ConnectSessionManager.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class TwoClients {

		@Bean
		ConnectClient one() {
			return ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).build();
		}

		@Bean
		ConnectClient two() {
			return one();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import({ User.class, TwoClients.class })
	static class TwoClientsAndManager {

		@Bean
		ConnectSessionManager own() {
			return mock(ConnectSessionManager.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@Import(FailedApplicationStart.App.class)
	static class User {

		@Bean
		Object user(ConnectApi api) {
			return api;
		}

	}

	record Details(String url, SslBundle bundle, String token) implements ConnectConnectionDetails {

		Details(String url, SslBundle bundle) {
			this(url, bundle, null);
		}

		@Override
		public TokenUri getTokenUri() {
			return (this.token != null) ? TokenUri.of(this.token) : null;
		}

		@Override
		public BaseUrl getBaseUrl() {
			return (this.url != null) ? BaseUrl.of(this.url) : null;
		}

		@Override
		public ConnectCredentials getCredentials() {
			throw new UnsupportedOperationException();
		}

		@Override
		public SslBundle getSslBundle() {
			return this.bundle;
		}

	}

}
