package io.github.connectapi.samples.picturesearch.purchase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.github.connectapi.license.License;

/**
 * Stores purchases, licenses and files in a directory, which one process may use at a
 * time. A license is a secret: anyone who reads it can download the file.
 */
@Component
class PurchaseStore {

	private final Path directory;

	private final JsonMapper json;

	PurchaseStore(@Value("${picture-search.directory}") Path directory, JsonMapper json) {
		this.directory = directory;
		this.json = json;
	}

	Optional<Purchase> load(UUID id) {
		return read(path(id, "json")).map((text) -> this.json.readValue(text, Purchase.class));
	}

	void save(Purchase purchase) {
		write(path(purchase.id(), "json"), this.json.writeValueAsString(purchase));
	}

	void update(UUID id, UnaryOperator<Purchase> change) {
		save(change.apply(load(id).orElseThrow()));
	}

	Optional<License> license(UUID id) {
		return read(path(id, "license")).map(License::fromText);
	}

	boolean hasLicense(UUID id) {
		return Files.exists(path(id, "license"));
	}

	void saveLicense(UUID id, License license) {
		write(path(id, "license"), license.toText());
	}

	void deleteLicense(UUID id) {
		try {
			Files.deleteIfExists(path(id, "license"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return where the file of a purchase is, or will be. */
	Path file(UUID id) {
		return path(id, "file");
	}

	boolean hasFile(UUID id) {
		return Files.exists(file(id));
	}

	private Path path(UUID id, String extension) {
		return this.directory.resolve(id + "." + extension);
	}

	private void write(Path path, String text) {
		try {
			PrivateFiles.createDirectories(this.directory);
			PrivateFiles.write(path, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Optional<String> read(Path path) {
		try {
			return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
