package io.github.connectapi.test.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Keyword;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.StatusEntry;
import io.github.connectapi.test.operation.StatusEntry.Severity;

/**
 * Resolves the URIs of persons. The fake knows the persons of its catalog by the names in
 * URIs of the first provider; URIs of the others are checked, but cannot be resolved.
 */
final class EntityUris {

	private EntityUris() {
	}

	/**
	 * Return the names of persons.
	 * @param uris the URIs
	 * @return the names in lower case
	 * @throws OperationErrorException if a URI is malformed, of another provider or of no
	 * known person
	 */
	static Set<String> resolve(List<String> uris) throws OperationErrorException {
		List<StatusEntry> malformed = new ArrayList<>();
		Set<String> names = new LinkedHashSet<>();
		List<StatusEntry> failed = new ArrayList<>();
		for (String uri : uris) {
			Provider provider = Provider.of(uri);
			Optional<String> problem = provider.problem(uri);
			problem.ifPresent((code) -> malformed
				.add(new StatusEntry(Severity.INFORMATION, code, "A URI of an entity is malformed.")));
			Optional<String> name = problem.isPresent() ? Optional.empty() : person(provider.suffix(uri));
			name.ifPresentOrElse(names::add, () -> failed
				.add(new StatusEntry(Severity.INFORMATION, "FailedUri", "A URI of an entity could not be resolved.")));
		}
		if (!malformed.isEmpty()) {
			throw new OperationErrorException("InvalidEntityUri", "A URI in EntityUris is not valid.", malformed);
		}
		if (!failed.isEmpty()) {
			throw new OperationErrorException("UriResolutionFailed", "A URI in EntityUris could not be resolved.",
					failed);
		}
		return names;
	}

	private static Optional<String> person(String suffix) {
		String name = suffix.replace('_', ' ').toLowerCase(Locale.ROOT);
		return Catalog.get()
			.keywords()
			.stream()
			.filter((keyword) -> keyword.type().equals(Keyword.SPECIFIC_PEOPLE))
			.map((keyword) -> keyword.text().toLowerCase(Locale.ROOT))
			.filter(name::equals)
			.findFirst();
	}

	/**
	 * A provider of URIs of entities.
	 */
	private enum Provider {

		DBPEDIA("dbpedia.org", "http://dbpedia.org/resource/", "[^/\\s]+", "IncorrectlyFormedDbpediaURI"),
		FREEBASE("freebase.com", "http://rdf.freebase.com/ns/", "m\\.[0-9a-z_]+", "IncorrectlyFormedFreebaseURI"),
		MUSICBRAINZ("musicbrainz.org", "http://musicbrainz.org/artist/", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
				"IncorrectlyFormedMusicbrainzURI");

		private final String domain;

		private final String root;

		private final Pattern suffix;

		private final String rootCode;

		Provider(String domain, String root, String suffix, String rootCode) {
			this.domain = domain;
			this.root = root;
			this.suffix = Pattern.compile(suffix);
			this.rootCode = rootCode;
		}

		static Provider of(String uri) throws OperationErrorException {
			return Arrays.stream(values())
				.filter((provider) -> uri.contains(provider.domain))
				.findFirst()
				.orElseThrow(() -> new OperationErrorException("UnknownProviderURI",
						"A URI in EntityUris is of an unsupported provider."));
		}

		/**
		 * Return what is wrong with a URI.
		 * @param uri the URI
		 * @return the documented code, or empty if the URI is well-formed
		 */
		Optional<String> problem(String uri) {
			if (!uri.strip().startsWith(this.root)) {
				return Optional.of(this.rootCode);
			}
			return (this.suffix.matcher(suffix(uri)).matches() ? Optional.empty()
					: Optional.of("IncorrectlyFormedURI"));
		}

		/**
		 * Return the part of a well-formed URI that names the entity.
		 * @param uri the URI
		 * @return the part after the root
		 */
		String suffix(String uri) {
			return uri.strip().substring(this.root.length());
		}

	}

}
