package io.github.connectapi.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.core.io.Resource;
import org.springframework.util.StringUtils;

import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;

/**
 * Finds the file of an SSL bundle that cannot be used, because Spring Boot names it in
 * some cases only, and quotes keys that are configured without a file in others.
 */
final class SslBundleFiles {

	private static final String ACTION = "Correct this property or the file, which the user of this process must be able to read.";

	private final @Nullable SslProperties properties;

	private final String bundle;

	/**
	 * Create an object for a bundle.
	 * @param properties the properties of all bundles; null if there are none
	 * @param bundle the name of the bundle; empty if there is none
	 */
	SslBundleFiles(@Nullable SslProperties properties, String bundle) {
		this.properties = properties;
		this.bundle = bundle;
	}

	/**
	 * Return the first problem of the bundle.
	 * @return the problem, without content of a file; null if all files can be used, or
	 * if the bundle is not configured by properties
	 */
	@Nullable StartupProblem firstProblem() {
		if (this.properties == null) {
			return null;
		}
		PemSslBundleProperties pem = this.properties.getBundle().getPem().get(this.bundle);
		JksSslBundleProperties jks = this.properties.getBundle().getJks().get(this.bundle);
		return Stream
			.concat((pem != null) ? pem("spring.ssl.bundle.pem.%s".formatted(this.bundle), pem) : Stream.empty(),
					(jks != null) ? jks("spring.ssl.bundle.jks.%s".formatted(this.bundle), jks) : Stream.empty())
			.flatMap((source) -> Stream.ofNullable(source.problem()))
			.findFirst()
			.orElse(null);
	}

	private static Stream<Source> pem(String prefix, PemSslBundleProperties bundle) {
		return Stream
			.of(pem(prefix + ".keystore", bundle.getKeystore()), pem(prefix + ".truststore", bundle.getTruststore()))
			.flatMap((sources) -> sources);
	}

	private static Stream<Source> pem(String prefix, PemSslBundleProperties.Store store) {
		return Stream.of(new Source(prefix + ".certificate", store.getCertificate(), PemContent::getCertificates),
				new Source(prefix + ".private-key", store.getPrivateKey(),
						(content) -> content.getPrivateKey(store.getPrivateKeyPassword())));
	}

	private static Stream<Source> jks(String prefix, JksSslBundleProperties bundle) {
		return Stream.of(new Source(prefix + ".keystore.location", bundle.getKeystore().getLocation(), null),
				new Source(prefix + ".truststore.location", bundle.getTruststore().getLocation(), null));
	}

	/**
	 * A property with a location, or with PEM content.
	 *
	 * @param property the name of the property
	 * @param value its value; null if it is not set
	 * @param parser parses PEM content; null for a binary file
	 */
	private record Source(String property, @Nullable String value, @Nullable Parser parser) {

		@Nullable StartupProblem problem() {
			if (!StringUtils.hasText(this.value)) {
				return null;
			}
			if (PemContent.isPresentInText(this.value)) {
				return problem("%s".formatted(this.property), contentFault(this.value));
			}
			if (isSecret(this.value)) {
				return problem(this.property, "is neither a file nor PEM");
			}
			return problem("%s is '%s', which".formatted(this.property, this.value), fileFault(this.value));
		}

		private @Nullable StartupProblem problem(String subject, @Nullable String fault) {
			return (fault == null) ? null : new StartupProblem(
					ConfigurationPropertyName.isValid(this.property) ? this.property : null,
					"The SSL bundle of getty.connect.ssl.bundle cannot be loaded: %s %s".formatted(subject, fault),
					ACTION);
		}

		/** Return whether the value may be a key whose PEM header is missing. */
		private static boolean isSecret(String value) {
			return value.contains("-----") || value.strip().matches("[A-Za-z0-9+/=\\s]{40,}");
		}

		private @Nullable String fileFault(String location) {
			try {
				Resource resource = ApplicationResourceLoader.get().getResource(location);
				if (!resource.exists()) {
					return "does not exist";
				}
				if (resource.isFile() && resource.getFile().isDirectory()) {
					return "is a directory";
				}
				byte[] bytes = resource.getContentAsByteArray();
				return (bytes.length == 0) ? "is empty" : contentFault(new String(bytes, StandardCharsets.ISO_8859_1));
			}
			catch (IOException | RuntimeException ex) {
				return "cannot be read (%s)".formatted(ex.getClass().getSimpleName());
			}
		}

		private @Nullable String contentFault(String text) {
			if (this.parser == null) {
				return null;
			}
			try {
				this.parser.parse(Objects.requireNonNull(PemContent.of(text)));
				return null;
			}
			catch (RuntimeException ex) {
				return "is not complete, valid PEM, or its password is wrong (%s)"
					.formatted(ex.getClass().getSimpleName());
			}
		}

	}

	@FunctionalInterface
	private interface Parser {

		@Nullable Object parse(PemContent content);

	}

}
