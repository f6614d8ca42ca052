package io.github.connectapi.samples.quickstart.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documented environment variables set the documented properties.
 */
class EnvironmentVariableTests {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `(getty[.\\w-]+)` \\| `(GETTY_\\w+)` \\|$");

	private static final Pattern VARIABLE = Pattern.compile("`(GETTY_CONNECT_\\w+)`");

	@Test
	void whenAVariableIsDocumentedThenItSetsItsProperty() throws IOException {
		Map<String, String> variables = variables();

		assertThat(variables).hasSizeGreaterThan(4).allSatisfy((variable, property) -> {
			StandardEnvironment environment = new StandardEnvironment();
			environment.getPropertySources()
				.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
						new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
								Map.of(variable, "a value")));
			ConfigurationPropertySources.attach(environment);

			assertThat(Binder.get(environment).bind(property, String.class).get()).isEqualTo("a value");
		});
	}

	@Test
	void whenAVariableIsInTheReadmeThenItIsAmongTheProperties() throws IOException {
		assertThat(VARIABLE.matcher(Files.readString(Path.of("../../README.md"))).results()).hasSize(4)
			.extracting((variable) -> variable.group(1))
			.isSubsetOf(variables().keySet());
	}

	private static Map<String, String> variables() throws IOException {
		Map<String, String> variables = new TreeMap<>();
		ROW.matcher(Files.readString(Path.of("../../docs/properties.md")))
			.results()
			.forEach((row) -> variables.put(row.group(2), row.group(1)));
		return variables;
	}

}
