package io.github.connectapi.redis.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.Configurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.javapoet.ClassName;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration;
import io.github.connectapi.redis.EmbeddedRedis;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that share a session through Redis.
 */
class SharedSessionApplicationTests {

	private static final Configurations AUTO_CONFIGURATIONS = AutoConfigurations.of(GettyConnectAutoConfiguration.class,
			RedisSessionStoreAutoConfiguration.class, DataRedisAutoConfiguration.class);

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@ParameterizedTest
	@ValueSource(strings = { "lettuce", "jedis" })
	void whenTwoApplicationsShareASessionThenTheyLogInOnce(String client) {
		try (EmbeddedRedis redis = new EmbeddedRedis()) {
			ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
				.withPropertyValues(properties(redis))
				.withPropertyValues("spring.data.redis.client-type=" + client);
			runner.run((one) -> runner.run((two) -> {
				assertThat(token(one)).isEqualTo(token(two));
				assertThat(this.server.requests()).hasSize(1);
			}));
		}
	}

	@Test
	void whenTwoApplicationsShareTheSessionsOfUsersThenEachUserNeedsOneLogin() {
		this.server.accounts().add("other", "password", "2");
		Map<String, ConnectCredentials> users = Map.of("first",
				credentials(FakeConnectServerBuilder.USER_NAME, FakeConnectServerBuilder.USER_PASSWORD), "second",
				credentials("other", "password"));
		try (EmbeddedRedis redis = new EmbeddedRedis()) {
			ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
				.withConfiguration(AutoConfigurations.of(ConnectUsersAutoConfiguration.class))
				.withPropertyValues(properties(redis))
				.withBean(ConnectUserCredentials.class, () -> users::get);
			runner.run((one) -> runner.run((two) -> {
				for (String key : users.keySet()) {
					assertThat(two.getBean(ConnectSessions.class).forUser(key).getSession())
						.isEqualTo(one.getBean(ConnectSessions.class).forUser(key).getSession());
				}
				assertThat(this.server.count("CreateSession")).isEqualTo(2);
			}));
		}
	}

	private static ConnectCredentials credentials(String userName, String password) {
		return ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_PASSWORD,
				userName, password);
	}

	@Test
	void whenCodeIsGeneratedAheadOfTimeThenItCreatesTheStore(@TempDir Path directory) throws IOException {
		try (EmbeddedRedis redis = new EmbeddedRedis()) {
			DefaultGenerationContext generation = new DefaultGenerationContext(
					new ClassNameGenerator(ClassName.get(getClass())), new FileSystemGeneratedFiles(directory));
			try (AnnotationConfigApplicationContext source = new AnnotationConfigApplicationContext()) {
				TestPropertyValues.of(properties(redis)).applyTo(source);
				source.register(Configurations.getClasses(AUTO_CONFIGURATIONS));
				new ApplicationContextAotGenerator().processAheadOfTime(source, generation);
			}
			generation.writeGeneratedContent();
			assertThat(RuntimeHintsPredicates.resource().forResource("io/github/connectapi/redis/session-store.lua"))
				.accepts(generation.getRuntimeHints());
			assertThat(errors(directory)).isEmpty();
		}
	}

	/** Compile the generated sources. */
	private static String errors(Path directory) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d",
				directory.resolve("compiled").toString(), "-cp", System.getProperty("java.class.path")));
		try (Stream<Path> files = Files.walk(directory)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(String.join("\n", arguments)).contains("RedisSessionStoreAutoConfiguration__BeanDefinitions");
		StringWriter output = new StringWriter();
		PrintWriter writer = new PrintWriter(output);
		int exit = ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
		return (exit == 0) ? "" : output.toString();
	}

	private String[] properties(EmbeddedRedis redis) {
		return Stream.concat(
				this.server.properties().entrySet().stream().map((entry) -> entry.getKey() + "=" + entry.getValue()),
				Stream.of("getty.connect.session.shared.enabled=true",
						"getty.connect.session.shared.secret=0123456789abcdef0123456789abcdef",
						"getty.connect.session.shared.timeout=20s", "getty.connect.session.shared.connect-timeout=20s",
						"spring.data.redis.port=" + redis.port()))
			.toArray(String[]::new);
	}

	private static String token(BeanFactory context) {
		return context.getBean(ConnectSessionManager.class).getSession().token().reveal();
	}

}
