package io.github.connectapi.test.data;

import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.ImageCollection;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * GetCountries and GetCollections.
 */
@Internal
public final class DataOperations {

	private final CountryLanguages languages = new CountryLanguages();

	public List<Operation> all() {
		return List.of(Operation.of("data", "GetCountries", Access.ANY, this::countries),
				Operation.of("data", "GetCollections", Access.STANDARD, (request) -> collections())
					.withRequestKey(null));
	}

	private OperationResult countries(OperationRequest request) throws OperationErrorException {
		String language = request.arguments().text("Language").orElse(CountryLanguages.DEFAULT);
		Optional<List<Country>> localized = this.languages.countries(language);
		ObjectNode result = Json.object();
		ArrayNode countries = result.putArray("Countries");
		localized.or(() -> this.languages.countries(CountryLanguages.DEFAULT))
			.orElseThrow()
			.forEach((country) -> write(country, countries.addObject()));
		return localized.isPresent() ? OperationResult.of(result) : OperationResult.of(result)
			.withWarning("DefaultLanguageUsed", "The language is not supported. Using language 'en-us'.");
	}

	private static void write(Country country, ObjectNode json) {
		json.put("CountryChar2ISO", country.code2())
			.put("CountryChar3ISO", country.code3())
			.put("CountryName", country.name());
	}

	private static OperationResult collections() {
		ObjectNode result = Json.object();
		ArrayNode collections = result.putArray("Collections");
		Catalog.get().collections().forEach((collection) -> write(collection, collections.addObject()));
		return OperationResult.of(result);
	}

	private static void write(ImageCollection collection, ObjectNode json) {
		json.put("CollectionName", collection.name())
			.put("ImageFamily", collection.family().wireName())
			.put("LicenseModel", collection.licensingModel().abbreviation())
			.put("CollectionId", collection.id());
		ArrayNode offerings = json.putArray("ApplicableProductOfferings");
		collection.offerings().stream().map(Offering::wireName).forEach(offerings::add);
	}

}
