package io.github.connectapi.security;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * All public types of all modules, found on the class path.
 */
final class PublicTypes {

	private static final String OURS = "classpath*:io/github/connectapi/**/*.class";

	private PublicTypes() {
	}

	static List<Class<?>> all() throws IOException {
		MetadataReaderFactory reader = new SimpleMetadataReaderFactory();
		List<Class<?>> types = new ArrayList<>();
		for (Resource resource : new PathMatchingResourcePatternResolver().getResources(OURS)) {
			String name = reader.getMetadataReader(resource).getClassMetadata().getClassName();
			if (!name.contains(".security.") && !name.endsWith("package-info")) {
				Class<?> type = ClassUtils.resolveClassName(name, PublicTypes.class.getClassLoader());
				if (isPublic(type)) {
					types.add(type);
				}
			}
		}
		return types;
	}

	private static boolean isPublic(Class<?> type) {
		return Modifier.isPublic(type.getModifiers())
				&& (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
	}

}
