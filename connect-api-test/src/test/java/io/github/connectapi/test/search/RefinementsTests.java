package io.github.connectapi.test.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class RefinementsTests {

	private final SearchFixture fixture = new SearchFixture();

	RefinementsTests() throws Exception {
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenOptionIsAppliedThenItsCountIsTheTotal() throws Exception {
		JsonNode options = options(search("", "RefinementSet3"));
		assertThat(options).hasSizeGreaterThan(20);
		for (JsonNode option : options) {
			JsonNode refined = search(refinement(option), "RefinementSet3");
			assertThat(SearchFixture.total(refined)).as("%s", option).isEqualTo(option.path("ImageCount").asInt());
		}
	}

	@Test
	void whenRefinementIsAppliedThenCountsOfOthersAreRight() throws Exception {
		JsonNode first = options(search("", "RefinementSet3")).get(0);
		JsonNode second = options(search(refinement(first), "RefinementSet3")).get(3);
		JsonNode refined = search(refinement(first) + ", " + refinement(second), "RefinementSet3");
		assertThat(SearchFixture.total(refined)).isEqualTo(second.path("ImageCount").asInt());
	}

	@Test
	void whenOptionsAreRequestedThenCategoriesAreDocumented() throws Exception {
		assertThat(categories(search("", "RefinementSet2")).keySet()).contains("AssetFamily", "Events", "Subject")
			.isSubsetOf("Age", "AssetFamily", "Color", "Composition", "Concept", "Ethnicity", "Events", "Gender",
					"ImageTechnique", "Location", "NumberOfPeople", "PhotographerName", "SpecificPeople", "Subject",
					"Viewpoint");
	}

	@ParameterizedTest
	@CsvSource({ "RefinementSet1,15", "RefinementSet2,25", "refinementset3,5" })
	void whenSetIsGivenThenItLimitsTheOptionsOfEachCategory(String set, long limit) throws Exception {
		assertThat(categories(search("", set)).values()).allMatch((count) -> count <= limit).contains(limit);
	}

	@Test
	void whenNoSetIsGivenThenOnlyVersion1HasOptions() throws Exception {
		String arguments = "{'Query': {'SearchPhrase': 'people'}, %s}".formatted(SearchFixture.OPTIONS);
		assertThat(options(this.fixture.version2(arguments)).isEmpty()).isTrue();
		assertThat(options(this.fixture.version1(arguments)).isEmpty()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'Category': 'Age'}", "{'Id': '1'}", "{'Category': 'Mood', 'Id': '1'}" })
	void whenRefinementIsIncompleteOrUnknownThenRequestIsInvalid(String refinement) throws Exception {
		assertThat(RawClient.code(search(refinement, "RefinementSet1"))).isEqualTo("InvalidRequest");
	}

	@Test
	void whenRefinementIsOfNoImageThenThereAreNoImages() throws Exception {
		assertThat(RawClient.code(search("{'Category': 'Age', 'Id': '-1'}", "RefinementSet1"))).isEqualTo("NoImages");
	}

	@Test
	void whenSetIsUnknownThenRequestIsInvalid() throws Exception {
		assertThat(RawClient.code(search("", "RefinementSet4"))).isEqualTo("InvalidRequest");
	}

	private JsonNode search(String refinements, String set) throws Exception {
		return this.fixture.version2("""
				{'Language': 'en-us', 'Query': {'SearchPhrase': 'people'}, 'Filter': {'Refinements': [%s]},
				'ResultOptions': {'ItemCount': 1, 'ItemStartNumber': 1, 'RefinementOptionsSet': '%s'}}
				""".formatted(refinements, set));
	}

	private static String refinement(JsonNode option) {
		return "{'Category': '%s', 'Id': '%s'}".formatted(option.path("Category").asString(),
				option.path("Id").asString());
	}

	private static JsonNode options(JsonNode envelope) {
		return envelope.at("/SearchForImagesResult/RefinementOptions");
	}

	private static Map<String, Long> categories(JsonNode envelope) {
		List<String> categories = options(envelope).valueStream()
			.map((option) -> option.path("Category").asString())
			.toList();
		return categories.stream().collect(Collectors.groupingBy((category) -> category, Collectors.counting()));
	}

}
