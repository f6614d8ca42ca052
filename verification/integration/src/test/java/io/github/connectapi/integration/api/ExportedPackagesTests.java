package io.github.connectapi.integration.api;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Compares what the modules export with the public API. Only jars are modules:
 * {@code mvn test} skips this test.
 */
class ExportedPackagesTests {

	@Test
	void whenAPackageHasPublicTypesThenItsModuleExportsIt() throws Exception {
		List<ModuleDescriptor> modules = modules();
		assumeThat(modules).isNotEmpty();
		assertThat(modules.stream().flatMap((module) -> module.exports().stream()).map(Exports::source))
			.containsExactlyInAnyOrderElementsOf(
					PublicClasses.read().stream().map(ApiType::packageName).distinct().toList());
	}

	private static List<ModuleDescriptor> modules() {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(classPath.split(File.pathSeparator))
			.filter((path) -> path.matches(".*connect-api-[^/\\\\]*\\.jar"))
			.flatMap((path) -> ModuleFinder.of(Path.of(path)).findAll().stream())
			.map(ModuleReference::descriptor)
			.toList();
	}

}
