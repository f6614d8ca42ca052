package io.github.connectapi.test.operation;

import java.nio.charset.StandardCharsets;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestArgumentsTests {

	@Test
	void whenTextIsNumberThenItIsText() throws Exception {
		assertThat(arguments("{'Id': 90000001}").text("Id")).hasValue("90000001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'Id': null}", "{'Id': ' '}", "{'id': 'other case'}" })
	void whenTextIsMissingOrBlankThenItIsEmpty(String json) throws Exception {
		RequestArguments arguments = arguments(json);
		assertThat(arguments.text("Id")).isEmpty();
		assertThatInvalid(() -> arguments.requiredText("Id"), "Id is required.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'Id': true}", "{'Id': []}", "{'Id': {}}" })
	void whenTextHasAnotherTypeThenMessageNamesField(String json) {
		assertThatInvalid(() -> arguments(json).text("Id"), "Id must be text.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'N': 25}", "{'N': '25'}", "{'N': ' 25 '}", "{'N': 25.0}" })
	void whenIntegerIsNumberOrTextThenItIsRead(String json) throws Exception {
		assertThat(arguments(json).integer("N")).hasValue(25);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'N': 2.5}", "{'N': 'many'}", "{'N': 4294967296}", "{'N': 1e999999999}",
			"{'N': '1e-999999999'}" })
	void whenIntegerIsNoWholeNumberThenMessageNamesField(String json) {
		assertThatInvalid(() -> arguments(json).integer("N"), "N must be a whole number.");
	}

	@Test
	void whenFlagIsBooleanOrTextThenItIsRead() throws Exception {
		assertThat(arguments("{'F': true}").flag("F")).isTrue();
		assertThat(arguments("{'F': 'True'}").flag("F")).isTrue();
		assertThat(arguments("{'F': false}").flag("F")).isFalse();
		assertThat(arguments("{}").flag("F")).isFalse();
		assertThatInvalid(() -> arguments("{'F': 1}").flag("F"), "F must be true or false.");
	}

	@Test
	void whenObjectIsMissingThenItIsEmpty() throws Exception {
		assertThat(arguments("{}").object("Query").text("SearchPhrase")).isEmpty();
		assertThatInvalid(() -> arguments("{'Query': 1}").object("Query"), "Query must be an object.");
	}

	@Test
	void whenCollectionIsMissingThenItIsEmpty() throws Exception {
		assertThat(arguments("{}").texts("Ids")).isEmpty();
		assertThat(arguments("{'Ids': null}").objects("Ids")).isEmpty();
	}

	@Test
	void whenCollectionContainsTextsAndNumbersThenTextsAreReturned() throws Exception {
		assertThat(arguments("{'Ids': ['a', 1]}").texts("Ids")).containsExactly("a", "1");
	}

	@Test
	void whenCollectionHasAnotherTypeThenMessageNamesField() {
		assertThatInvalid(() -> arguments("{'Ids': 'a'}").texts("Ids"), "Ids must be an array.");
		assertThatInvalid(() -> arguments("{'Ids': [null]}").texts("Ids"), "Ids must be text.");
		assertThatInvalid(() -> arguments("{'Ids': ['a']}").objects("Ids"), "Ids must contain objects only.");
	}

	@Test
	void whenFieldIsNullThenItIsNotThere() {
		assertThat(arguments("{'Id': ''}").has("Id")).isTrue();
		assertThat(arguments("{'Id': null}").has("Id")).isFalse();
		assertThat(arguments("{}").has("Id")).isFalse();
	}

	private static RequestArguments arguments(String json) {
		byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		ObjectNode object = Json.objectOrNull(bytes);
		assertThat(object).isNotNull();
		return new RequestArguments(object);
	}

	private static void assertThatInvalid(ThrowingCallable call, String text) {
		assertThatThrownBy(call).asInstanceOf(InstanceOfAssertFactories.type(OperationErrorException.class))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("InvalidRequest"))
			.satisfies((ex) -> assertThat(ex.text()).isEqualTo(text));
	}

}
