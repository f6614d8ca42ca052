package io.github.connectapi;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RedactionTests {

	private static final String CANARY = "canary";

	static Stream<Object> secretive() {
		return Stream.of(Secret.of("canary-secret"),
				ConnectCredentials.of("system", "canary-system-password", "user", "canary-user-password"),
				ConnectCredentials.ofApplication("system", "canary-system-password"),
				ConnectSession.of("canary-token", Duration.ofMinutes(30)).withSecureToken("canary-secure"));
	}

	@ParameterizedTest
	@MethodSource("secretive")
	void whenPrintedThenNoSecretIsShown(Object value) {
		assertThat(value.toString()).doesNotContain(CANARY).contains("******");
	}

	@ParameterizedTest
	@MethodSource("secretive")
	void whenJacksonWritesPropertiesThenNoSecretIsShown(Object value) {
		assertThat(new JsonMapper().writeValueAsString(Map.of("value", value))).doesNotContain(CANARY);
	}

	@ParameterizedTest
	@MethodSource("secretive")
	void whenJacksonWritesAllFieldsThenNoSecretIsShown(Object value) {
		JsonMapper fields = JsonMapper.builder()
			.changeDefaultVisibility((checker) -> checker.withVisibility(PropertyAccessor.ALL, Visibility.ANY))
			.build();
		assertThat(fields.writeValueAsString(Map.of("value", value))).doesNotContain(CANARY);
	}

	@ParameterizedTest
	@MethodSource("secretive")
	void whenSerializedByJavaThenItIsRejected(Object value) {
		assertThatExceptionOfType(NotSerializableException.class)
			.isThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(value));
	}

	@Test
	void whenFieldsAreReadByReflectionThenTheTextIsMarkedAsTransient() {
		Stream<Field> texts = Stream.of(Secret.class.getDeclaredFields())
			.filter((field) -> !Modifier.isStatic(field.getModifiers()));
		assertThat(texts).isNotEmpty().allMatch((field) -> Modifier.isTransient(field.getModifiers()));
	}

}
