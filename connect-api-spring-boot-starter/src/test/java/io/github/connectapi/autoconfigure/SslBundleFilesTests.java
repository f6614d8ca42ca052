package io.github.connectapi.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file of an SSL bundle that cannot be used is named together with its property.
 */
class SslBundleFilesTests {

	private static final String PEM = "spring.ssl.bundle.pem.getty.";

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final HeldCertificate authority = new HeldCertificate.Builder().build();

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource({ "truststore.certificate,missing.pem,does not exist", "truststore.certificate,directory,is a directory",
			"truststore.certificate,empty.pem,is empty", "truststore.certificate,garbage.pem,is not complete",
			"truststore.certificate,truncated.pem,is not complete",
			"truststore.certificate,corrupt.pem,is not complete", "keystore.certificate,missing.pem,does not exist" })
	void whenACertificateCannotBeUsedThenItsFileAndPropertyAreNamed(String property, String file, String fault)
			throws IOException {
		write();
		assertThat(failure(PEM + property + "=" + this.directory.resolve(file))).contains(PEM + property,
				"'" + this.directory.resolve(file) + "'", fault);
	}

	@ParameterizedTest
	@CsvSource({ "missing.key,does not exist", "directory,is a directory", "certificate.pem,is not complete" })
	void whenAKeyCannotBeUsedThenItsFileAndPropertyAreNamed(String file, String fault) throws IOException {
		write();
		assertThat(failure(PEM + "keystore.certificate=" + this.directory.resolve("certificate.pem"),
				PEM + "keystore.private-key=" + this.directory.resolve(file)))
			.contains(PEM + "keystore.private-key", "'" + this.directory.resolve(file) + "'", fault);
	}

	@ParameterizedTest
	@CsvSource({ "missing.p12,does not exist", "directory,is a directory", "empty.pem,is empty" })
	void whenAStoreCannotBeUsedThenItsFileAndPropertyAreNamed(String file, String fault) throws IOException {
		write();
		String property = "spring.ssl.bundle.jks.getty.truststore.location";
		assertThat(failure(property + "=" + this.directory.resolve(file))).contains(property,
				"'" + this.directory.resolve(file) + "'", fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-----BEGIN CERTIFICATE-----\ncanary\n-----END CERTIFICATE-----\n", "-----BEGIN canary",
			"MC4CAQAwBQYDK2VwBCIEIcanarycanarycanarycanarycanarycanarycanaryc" })
	void whenContentIsConfiguredThenItIsNotRepeated(String content) {
		assertThat(failure(PEM + "truststore.certificate=" + content)).contains(PEM + "truststore.certificate is n")
			.doesNotContain("canary");
	}

	@Test
	void whenTheNameOfTheBundleIsUnusualThenTheFileIsNamed() {
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.base-url=" + this.server.secureBaseUrl(),
					"getty.connect.ssl.bundle=myBundle",
					"spring.ssl.bundle.pem.myBundle.truststore.certificate=missing.pem")
			.run((context) -> assertThat(startupFailure(context.getStartupFailure()))
				.contains("'missing.pem', which does not exist"));
	}

	private void write() throws IOException {
		String certificate = this.authority.certificatePem();
		Files.createDirectory(this.directory.resolve("directory"));
		Files.writeString(this.directory.resolve("certificate.pem"), certificate);
		Files.writeString(this.directory.resolve("empty.pem"), "");
		Files.writeString(this.directory.resolve("garbage.pem"), "<html>");
		Files.writeString(this.directory.resolve("truncated.pem"), certificate.substring(0, 200));
		Files.writeString(this.directory.resolve("corrupt.pem"), certificate.replace("MII", "M"));
	}

	private String failure(String... properties) {
		StringBuilder failure = new StringBuilder();
		FakeApplication.of(this.server)
			.withPropertyValues("getty.connect.base-url=" + this.server.secureBaseUrl(),
					"getty.connect.ssl.bundle=getty")
			.withPropertyValues(properties)
			.run((context) -> failure.append(startupFailure(context.getStartupFailure())));
		return failure.toString();
	}

	private static String startupFailure(Throwable failure) {
		Throwable current = failure;
		while (!(current instanceof ConnectStartupException)) {
			current = current.getCause();
		}
		return current.getMessage();
	}

}
