package io.github.connectapi.integration;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The classes of the library's modules on the class path.
 */
public final class LibraryClasses {

	private static final String INTEGRATION = LibraryClasses.class.getPackageName();

	private LibraryClasses() {
	}

	/**
	 * Return the classes of the core, of the starter and of the test kit.
	 * @return the classes, without those of this module
	 */
	public static Stream<JavaClass> all() {
		return new ClassFileImporter().importPackages("io.github.connectapi")
			.stream()
			.filter((type) -> !type.getPackageName().startsWith(INTEGRATION));
	}

}
