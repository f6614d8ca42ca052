package io.github.connectapi.test.account;

import java.util.HashMap;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerOperationsTests {

	private static final Map<String, ?> CUSTOMER = Map.of("UserName", "new-customer", "Password", "its-password",
			"EmailAddress", "customer@example.com", "FirstName", "First", "LastName", "Last", "MiddleName", "Middle",
			"PhoneNumber", "555-0100", "MarketingEmailOptIn", false, "BillingCountryChar3Iso", "USA");

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenCustomerIsCreatedThenItCanLogIn() throws Exception {
		JsonNode envelope = create(CUSTOMER);
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.propertyNames()).containsExactly("ResponseHeader");
		JsonNode session = this.client.createSession("new-customer", "its-password");
		assertThat(RawClient.status(session)).isEqualTo("success");
		assertThat(session.at("/CreateSessionResult/AccountId").asString()).isEqualTo("3000001");
	}

	@Test
	void whenTokenIsOfApplicationThenCustomerIsCreated() throws Exception {
		String token = RawClient.token(this.client.createApplicationSession(), "Token");
		assertThat(RawClient.status(create(token, CUSTOMER))).isEqualTo("success");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "UserName", "Password", "EmailAddress", "FirstName", "LastName", "BillingCountryChar3Iso" })
	void whenFieldIsMissingThenRequestIsInvalid(String field) throws Exception {
		Map<String, Object> customer = new HashMap<>(CUSTOMER);
		customer.remove(field);
		JsonNode envelope = create(customer);
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(message(envelope)).isEqualTo("%s is required.".formatted(field));
	}

	@ParameterizedTest
	@ValueSource(strings = { "MiddleName", "PhoneNumber", "MarketingEmailOptIn" })
	void whenOptionalFieldIsMissingThenCustomerIsCreated(String field) throws Exception {
		Map<String, Object> customer = new HashMap<>(CUSTOMER);
		customer.remove(field);
		assertThat(RawClient.status(create(customer))).isEqualTo("success");
	}

	@ParameterizedTest
	@CsvSource({ "UserName,fake-user,DuplicateUsername", "Password,abc,PasswordTooShort",
			"Password,new-customer,UsernameEqualsPassword", "EmailAddress,nobody,InvalidRequest",
			"BillingCountryChar3Iso,ZZZ,InvalidRequest", "BillingCountryChar3Iso,US,InvalidRequest",
			"MarketingEmailOptIn,maybe,InvalidRequest" })
	void whenFieldIsNotValidThenCodeDescribesItAndNobodyCanLogIn(String field, String value, String code)
			throws Exception {
		assertThat(RawClient.code(create(with(field, value)))).isEqualTo(code);
		assertThat(RawClient.code(this.client.createSession("new-customer", "its-password")))
			.isEqualTo("InvalidUsernameOrPassword");
	}

	@Test
	void whenUserNameIsInUseThenItsPasswordRemains() throws Exception {
		create(CUSTOMER);
		assertThat(RawClient.code(create(with("Password", "another-one")))).isEqualTo("DuplicateUsername");
		assertThat(RawClient.status(this.client.createSession("new-customer", "its-password"))).isEqualTo("success");
	}

	@Test
	void whenTextIsTooLongThenRequestIsInvalid() throws Exception {
		JsonNode envelope = create(with("UserName", "a".repeat(201)));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(message(envelope)).isEqualTo("UserName must have at most 200 characters.");
	}

	@Test
	void whenThereAreTooManyCustomersThenCreationFails() throws Exception {
		String token = token();
		for (int i = 0; i < 1000; i++) {
			create(token, with("UserName", "customer-" + i));
		}
		assertThat(RawClient.code(create(token, CUSTOMER))).isEqualTo("FailedToCreateCustomer");
	}

	@ParameterizedTest
	@CsvSource({ "UserName,fake-user", "Password,abc", "UserName,its-password" })
	void whenCreationFailsThenNoPasswordIsShown(String field, String value) throws Exception {
		Map<String, ?> customer = with(field, value);
		JsonNode envelope = create(customer);
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(envelope.toString()).doesNotContain(String.valueOf(customer.get("Password")));
	}

	@Test
	void whenRequestIsRecordedThenPasswordIsRedacted() throws Exception {
		create(CUSTOMER);
		this.client.createSession("new-customer", "its-password");
		assertThat(this.server.requests("CreateCustomer")).singleElement()
			.satisfies((request) -> assertThat(request.body()).contains("\"Password\":\"***\"", "new-customer"));
		assertThat(this.server.requests()).asString().doesNotContain("its-password");
	}

	@Test
	void whenHttpsIsRequiredThenHttpIsRejected() throws Exception {
		try (FakeConnectServer strict = FakeConnectServer.builder().https(false).requireHttps(true).start()) {
			RawClient strictClient = new RawClient(strict);
			JsonNode envelope = strictClient.call("/v1/account/CreateCustomer", "any", "CreateCustomerRequestBody",
					CUSTOMER);
			assertThat(RawClient.code(envelope)).isEqualTo("AUTH-002");
		}
	}

	private static Map<String, ?> with(String field, String value) {
		Map<String, Object> customer = new HashMap<>(CUSTOMER);
		customer.put(field, value);
		return customer;
	}

	private JsonNode create(Map<String, ?> customer) throws Exception {
		return create(token(), customer);
	}

	private JsonNode create(String token, Map<String, ?> customer) throws Exception {
		return this.client.call("/v1/account/CreateCustomer", token, "CreateCustomerRequestBody", customer);
	}

	private String token() throws Exception {
		return RawClient.token(this.client.createSession(), "Token");
	}

	private static String message(JsonNode envelope) {
		return envelope.at("/ResponseHeader/StatusList/0/Message").asString();
	}

}
