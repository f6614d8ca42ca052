package io.github.connectapi.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResourceAccessException;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.Secret;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Code of the application that is called during an exchange and fails: a call ends with a
 * {@link ConnectApiException}, which says whether anything was sent.
 */
@Timeout(60)
class ApplicationFailureTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	@AfterEach
	void close() {
		this.server.close();
	}

	static Stream<Named<Supplier<Throwable>>> failures() {
		return Stream.of(failure(IllegalStateException::new), failure(StackOverflowError::new),
				failure(() -> new NoClassDefFoundError("half a deployment")), failure(AssertionError::new),
				failure(() -> new OutOfMemoryError("unable to create native thread")), failure(IOException::new),
				failure(() -> new ResourceAccessException("another", new IOException("another server"))),
				failure(() -> new ConnectUnavailableException("another call",
						ConnectFailure.permanentFailure("GetCountries", null).withNotSent(true))));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whenAnInterceptorFailsBeforeTheRequestThenNothingWasSent(Supplier<Throwable> failure) {
		ConnectApiException thrown = call((request, body, execution) -> {
			throw sneaky(failure.get());
		});
		assertUnavailable(thrown, true);
		assertThat(this.server.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("failures")
	void whenAnInterceptorFailsAfterTheResponseThenTheOutcomeIsUnknown(Supplier<Throwable> failure) {
		ConnectApiException thrown = call((request, body, execution) -> {
			execution.execute(request, body);
			throw sneaky(failure.get());
		});
		assertUnavailable(thrown, false);
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenAnInterceptorReplacesTheFailureToConnectThenNothingWasSent() {
		this.server.close();
		assertUnavailable(call((request, body, execution) -> {
			try {
				return execution.execute(request, body);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}), true);
	}

	@Test
	void whenAnInterceptorFailsWhileAnotherThreadSendsThenTheOutcomeIsUnknown() {
		this.server.enqueue("GetCountries", Fault.block());
		assertUnavailable(call((request, body, execution) -> {
			Thread thread = new Thread(() -> catchThrowable(() -> execution.execute(request, body)));
			thread.start();
			awaitRequest();
			throw new IllegalStateException();
		}), false);
		this.server.unblock();
	}

	@Test
	void whenTheHeapIsExhaustedThenTheErrorIsThrownUnchanged() {
		OutOfMemoryError exhausted = new OutOfMemoryError("Java heap space");
		try (ConnectClient client = client((builder) -> builder.requestInterceptor((request, body, execution) -> {
			throw exhausted;
		}))) {
			assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> call(client, Map.of(), Object.class))
				.isSameAs(exhausted);
		}
	}

	static Stream<Named<@Nullable ClientHttpResponse>> responses() {
		return Stream.of(Named.of("none", null), Named.of("no headers", new Response(null, in("{}"))),
				Named.of("no body", new Response(new HttpHeaders(), null)),
				Named.of("a body that throws", new Response(new HttpHeaders(), new InputStream() {
					@Override
					public int read() {
						throw new IllegalStateException();
					}
				})));
	}

	@ParameterizedTest
	@MethodSource("responses")
	void whenAnInterceptorReturnsAnUnusableResponseThenTheServerIsUnavailable(@Nullable ClientHttpResponse response) {
		assertUnavailable(call((request, body, execution) -> {
			execution.execute(request, body);
			return response;
		}), false);
	}

	@Test
	void whenAnInterceptorClosesAndReadsTheResponseThenTheCallSucceeds() {
		this.server.always("GetCountries", result("{}"));
		try (ConnectClient client = client((builder) -> builder.requestInterceptor((request, body, execution) -> {
			ClientHttpResponse response = execution.execute(request, body);
			response.getBody().readAllBytes();
			response.close();
			return response;
		}))) {
			assertThat(call(client, Map.of(), Object.class).result()).isNotNull();
		}
	}

	static Stream<Named<ConnectClientCustomizer>> customizers() {
		return Stream.of(Named.of("default request", (builder) -> builder.defaultRequest((request) -> fail())),
				Named.of("initializer", (builder) -> builder.requestInitializer((request) -> fail())),
				Named.of("attributes",
						(builder) -> builder.defaultRequest((request) -> request.attributes((attributes) -> fail()))),
				Named.of("request callback",
						(builder) -> builder.defaultRequest((request) -> request.httpRequest((http) -> fail()))));
	}

	@ParameterizedTest
	@MethodSource("customizers")
	void whenAnotherExtensionPointFailsThenNothingWasSent(ConnectClientCustomizer customizer) {
		try (ConnectClient client = client(customizer)) {
			assertUnavailable(failure(client, Map.of(), Object.class), true);
		}
	}

	static Stream<Class<?>> resultTypes() {
		return Stream.of(ThrowingRecord.class, ThrowingBean.class, ThrowingType.class, BrokenType.class,
				BrokenInitializer.class, List.class, Runnable.class, int.class);
	}

	@ParameterizedTest
	@MethodSource("resultTypes")
	void whenTheResultTypeFailsThenItIsAProtocolErrorWithoutContent(Class<?> type) {
		this.server.always("GetCountries", result("{\"Title\":\"canary\"}"));
		try (ConnectClient client = client((builder) -> {
		})) {
			ConnectApiException failure = failure(client, Map.of(), type);
			assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class)
				.hasMessageContaining("cannot be converted to " + type.getName())
				.hasMessageNotContaining("canary")
				.hasNoCause();
			assertThat(failure.isTransient()).isFalse();
			assertThat(failure.isNotSent()).isFalse();
			assertThat(failure.coordinationId()).isPresent();
		}
	}

	@Test
	void whenADeserializerFailsThenItsExceptionIsNamed() {
		try (ConnectClient client = client((builder) -> {
		})) {
			this.server.always("GetCountries", result("{\"Title\":\"canary\"}"));
			assertThat(failure(client, Map.of(), ThrowingRecord.class))
				.hasMessageContaining("because of java.lang.IllegalStateException");
			assertThat(failure(client, Map.of(), BrokenType.class))
				.hasMessageContaining("because of java.lang.NoClassDefFoundError");
		}
	}

	static Stream<Object> bodies() {
		return Stream.of(new ThrowingGetter(), new BrokenGetter(), new ThrowingSerialization(),
				new BrokenSerialization(), new Recursive());
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void whenTheRequestCannotBeWrittenThenTheArgumentIsIllegalAndNothingIsSent(Object body) {
		try (ConnectClient client = client((builder) -> {
		})) {
			assertThatIllegalArgumentException().isThrownBy(() -> call(client, body, Object.class))
				.withMessageContaining("Cannot write " + body.getClass().getName())
				.withMessageNotContaining("canary")
				.withNoCause();
		}
		assertThat(this.server.requests()).isEmpty();
	}

	/**
	 * Return a fault that does not check the token, since these calls have no session.
	 */
	private static Fault result(String json) {
		return Fault.status(200)
			.body("application/json",
					"{\"ResponseHeader\":{\"Status\":\"success\"},\"GetCountriesResult\":%s}".formatted(json));
	}

	private void assertUnavailable(ConnectApiException failure, boolean notSent) {
		assertThat(failure).isExactlyInstanceOf(ConnectUnavailableException.class)
			.hasMessageContaining("GetCountries to " + this.server.baseUrl())
			.hasMessageContaining(failure.coordinationId().orElseThrow());
		assertThat(failure.isTransient()).isTrue();
		assertThat(failure.isNotSent()).isEqualTo(notSent);
		assertThat(failure.operation()).hasValue("GetCountries");
	}

	private ConnectApiException call(ClientHttpRequestInterceptor interceptor) {
		try (ConnectClient client = client((builder) -> builder.requestInterceptor(interceptor))) {
			return failure(client, Map.of(), Object.class);
		}
	}

	private static ConnectApiException failure(ConnectClient client, Object body, Class<?> type) {
		return catchThrowableOfType(ConnectApiException.class, () -> call(client, body, type));
	}

	private static <T> ConnectResponse<T> call(ConnectClient client, Object body, Class<T> type) {
		return client.call(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, body), Secret.of("token"), type,
				ClientFixture.LONG);
	}

	private ConnectClient client(ConnectClientCustomizer customizer) {
		return ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.responseTimeout(ClientFixture.LONG)
			.customizer(customizer)
			.build();
	}

	private void awaitRequest() {
		try {
			this.server.awaitRequests("GetCountries", 1, ClientFixture.LONG);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static InputStream in(String body) {
		return new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII));
	}

	private static Named<Supplier<Throwable>> failure(Supplier<Throwable> failure) {
		return Named.of(failure.get().getClass().getSimpleName(), failure);
	}

	private static void fail() {
		throw new IllegalStateException();
	}

	@SuppressWarnings("unchecked")
	private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
		throw (T) failure;
	}

	record Response(@Nullable HttpHeaders headers, @Nullable InputStream body) implements ClientHttpResponse {

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatus.OK;
		}

		@Override
		public String getStatusText() {
			return "";
		}

		@Override
		public @Nullable HttpHeaders getHeaders() {
			return this.headers;
		}

		@Override
		public @Nullable InputStream getBody() {
			return this.body;
		}

		@Override
		public void close() {
		}

	}

	record ThrowingRecord(String title) {

		ThrowingRecord {
			throw new IllegalStateException(title);
		}

	}

	static final class ThrowingBean {

		public void setTitle(String title) {
			throw new IllegalStateException(title);
		}

	}

	@JsonDeserialize(using = ThrowingDeserializer.class)
	static final class ThrowingType {

	}

	static final class ThrowingDeserializer extends ValueDeserializer<ThrowingType> {

		@Override
		public ThrowingType deserialize(JsonParser json, DeserializationContext context) {
			throw new IllegalStateException(String.valueOf(json.readValueAsTree().toString()));
		}

	}

	@JsonDeserialize(using = BrokenDeserializer.class)
	static final class BrokenType {

	}

	static final class BrokenDeserializer extends ValueDeserializer<BrokenType> {

		@Override
		public BrokenType deserialize(JsonParser json, DeserializationContext context) {
			throw new NoClassDefFoundError(json.readValueAsTree().toString());
		}

	}

	static final class BrokenInitializer {

		static final String VALUE = Stream.<String>empty().findFirst().orElseThrow();

		public void setTitle(String title) {
		}

	}

	static final class ThrowingGetter {

		public String getTitle() {
			throw new IllegalStateException("canary");
		}

	}

	static final class BrokenGetter {

		public String getTitle() {
			throw new NoClassDefFoundError("canary");
		}

	}

	@JsonSerialize(using = ThrowingSerializer.class)
	static final class ThrowingSerialization {

	}

	static final class ThrowingSerializer extends ValueSerializer<ThrowingSerialization> {

		@Override
		public void serialize(ThrowingSerialization value, JsonGenerator json, SerializationContext context) {
			throw new IllegalStateException("canary");
		}

	}

	@JsonSerialize(using = BrokenSerializer.class)
	static final class BrokenSerialization {

	}

	static final class BrokenSerializer extends ValueSerializer<BrokenSerialization> {

		@Override
		public void serialize(BrokenSerialization value, JsonGenerator json, SerializationContext context) {
			throw new StackOverflowError("canary");
		}

	}

	static final class Recursive {

		public Recursive getSelf() {
			return this;
		}

	}

}
