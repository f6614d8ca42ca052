package io.github.connectapi.integration.security;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;

import io.github.connectapi.integration.LibraryClasses;

/**
 * The types that users of the library see.
 */
final class PublicTypes {

	private PublicTypes() {
	}

	/** Return all public types of all modules, except those for internal use. */
	static List<Class<?>> all() {
		return LibraryClasses.all().filter(PublicTypes::isPublic).<Class<?>>map(JavaClass::reflect).toList();
	}

	/** The core and the test kit have a marker of their own each. */
	private static boolean isInternal(JavaClass type) {
		return type.getSimpleName().equals("Internal") || type.getAnnotations()
			.stream()
			.anyMatch((each) -> each.getRawType().getSimpleName().equals("Internal"));
	}

	private static boolean isPublic(JavaClass type) {
		return type.getModifiers().contains(JavaModifier.PUBLIC) && !type.getSimpleName().equals("package-info")
				&& !isInternal(type) && type.getEnclosingClass().map(PublicTypes::isPublic).orElse(true);
	}

}
