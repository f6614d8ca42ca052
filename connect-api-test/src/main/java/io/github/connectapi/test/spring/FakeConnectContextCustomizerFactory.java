package io.github.connectapi.test.spring;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Creates a customizer if a test class, its superclass or an enclosing class is annotated
 * with {@link WithFakeConnectServer}.
 */
final class FakeConnectContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		WithFakeConnectServer annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				WithFakeConnectServer.class);
		return (annotation != null) ? new FakeConnectContextCustomizer(annotation.tokenLifetimeMinutes(),
				annotation.renewal(), annotation.lockAccountAfter(), annotation.user()) : null;
	}

}
