package io.github.connectapi.integration.jvm;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Applications on the module path that require only the modules of the library. Only jars
 * are modules: {@code mvn test} skips these tests, {@code mvn verify} runs them.
 */
@Timeout(120)
class ModulePathTests {

	private static final Path SOURCES = Path.of("src/test/modules");

	private static final String FAKE = "connect-api-test/|tools/jackson/|/(jackson-annotations|bcpkix|bcutil|bcprov"
			+ "|assertj-core|byte-buddy|jspecify)-";

	private static final String CORE = FAKE + "|connect-api-core/|/(spring-(web|core|beans|retry)|commons-logging"
			+ "|httpcore5|micrometer-(observation|commons))-\\d";

	private static final String BOOT = CORE + "|connect-api-spring-boot-starter/|/(spring-(aop|context|expression)"
			+ "|spring-boot(-autoconfigure)?|snakeyaml|logback-[a-z]+|slf4j-api)-\\d";

	private static final String TEST = BOOT + "|/(spring-test|spring-boot-(test|actuator|actuator-autoconfigure"
			+ "|health|micrometer-[a-z]+)|micrometer-(core|jakarta9)|HdrHistogram|LatencyUtils|junit-jupiter-api"
			+ "|junit-platform-commons|opentest4j)-\\d";

	@TempDir
	private static Path classes;

	@BeforeAll
	static void compile() throws IOException {
		assumeThat(modulePath("connect-api-test/")).endsWith(".jar");
		List<String> arguments = new ArrayList<>(
				List.of("-p", modulePath(TEST), "--module-source-path", SOURCES.toString(), "-d", classes.toString()));
		try (Stream<Path> files = Files.walk(SOURCES)) {
			files.map(Path::toString).filter((file) -> file.endsWith(".java")).forEach(arguments::add);
		}
		StringWriter output = new StringWriter();
		PrintWriter writer = new PrintWriter(output);
		ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
		assertThat(output.toString()).doesNotContain("error:");
		Files.copy(SOURCES.resolve("example.boot/application.yml"), classes.resolve("example.boot/application.yml"));
	}

	@Test
	void whenAnApplicationRequiresTheFakeServerThenItReceivesRequests() throws Exception {
		assertThat(run("example.fake", FAKE)).containsExactly("works");
	}

	@Test
	void whenAnApplicationRequiresTheCoreThenItCallsOperations() throws Exception {
		assertThat(run("example.core", CORE)).contains("works");
	}

	@Test
	void whenAnApplicationRequiresTheStarterThenItIsConfiguredFromYaml() throws Exception {
		assertThat(run("example.boot", BOOT)).contains("works, images: 1");
	}

	@Test
	void whenATestOfAnApplicationIsAModuleThenTheFakeServerIsInjected() throws Exception {
		assertThat(run("example.test", TEST)).contains("works");
	}

	private static List<String> run(String module, String dependencies) throws Exception {
		return JavaProgram.run(List.of("-p", classes.resolve(module) + File.pathSeparator + modulePath(dependencies),
				"-m", module + "/" + module + ".Main"));
	}

	private static String modulePath(String dependencies) {
		Pattern pattern = Pattern.compile(dependencies);
		return Stream.of(JavaProgram.classPath().split(File.pathSeparator))
			.filter((path) -> pattern.matcher(path.replace('\\', '/')).find())
			.collect(Collectors.joining(File.pathSeparator));
	}

}
