package io.github.connectapi.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectStatus;

import static io.github.connectapi.client.ResponseFixture.RESULT;
import static io.github.connectapi.client.ResponseFixture.entry;
import static io.github.connectapi.client.ResponseFixture.envelope;
import static io.github.connectapi.client.ResponseFixture.failure;
import static io.github.connectapi.client.ResponseFixture.header;
import static io.github.connectapi.client.ResponseFixture.read;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Status, StatusList and CoordinationId of the response header.
 */
class ResponseHeaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "Success", "success", "SUCCESS", "Warning", "warning", " Success " })
	void whenTheStatusIsSuccessOrWarningThenTheResultIsUsed(String status) {
		assertThat(read(envelope(header(status, "[]"), RESULT)).token().reveal()).isEqualTo("token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Error", "error", "ERROR", " error " })
	void whenTheStatusIsErrorThenTheResultIsNotUsed(String status) {
		assertThat(failure(envelope(header(status, "[]"), RESULT))).isInstanceOf(ConnectOperationException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Succes", "OK", "Pending" })
	void whenTheStatusIsUnknownThenTheResponseIsInvalid(String status) {
		ConnectApiException failure = failure(envelope(header(status, "[]"), RESULT));
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class).hasMessageContaining("Status");
		assertThat(failure.isTransient()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"Status\":null}", "{\"Status\":1}", "{\"Status\":{\"a\":1}}" })
	void whenTheStatusIsMissingThenTheResponseIsInvalid(String header) {
		assertThat(failure(envelope(header, RESULT))).isExactlyInstanceOf(ConnectProtocolException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "{}", "\"text\"", "[null,1,\"text\",[]]" })
	void whenASuccessHasNoEntriesThenItIsASession(String list) {
		assertThat(read(envelope(header("success", list), RESULT)).token().reveal()).isEqualTo("token");
	}

	@Test
	void whenASuccessHasNoListThenItIsASession() {
		assertThat(read(envelope("{\"Status\":\"success\"}", RESULT)).token().reveal()).isEqualTo("token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "{}", "[null,1]" })
	void whenAnErrorHasNoEntriesThenThereIsNoCode(String list) {
		ConnectApiException failure = failure(envelope(header("error", list), "null"));
		assertThat(failure).isInstanceOf(ConnectOperationException.class).hasMessageContaining("without a code");
		assertThat(failure.code()).isEmpty();
		assertThat(failure.failure().statuses()).isEmpty();
	}

	@Test
	void whenAnErrorHasNoListThenThereIsNoCode() {
		assertThat(failure(envelope("{\"Status\":\"error\"}", "null")).code()).isEmpty();
	}

	@Test
	void whenTheResultKeyIsAbsentThenTheErrorIsRead() {
		assertThat(failure("{\"ResponseHeader\":" + header("error", "[" + entry("Error", "SystemError") + "]") + "}")
			.code()).hasValue("SystemError");
	}

	@Test
	void whenThereAreSeveralEntriesThenAllAreKeptInOrder() {
		String list = "[" + entry("Information", "First", "one") + "," + entry("Error", "SystemError", "two") + "]";
		assertThat(failure(envelope(header("error", list), "null")).failure().statuses()).containsExactly(
				new ConnectStatus("Information", "First", "one"), new ConnectStatus("Error", "SystemError", "two"));
	}

	@Test
	void whenFieldsOfAnEntryAreMissingThenTheyAreEmpty() {
		String list = "[{},{\"Type\":null,\"Code\":7,\"Message\":[]}]";
		assertThat(failure(envelope(header("error", list), "null")).failure().statuses())
			.containsExactly(new ConnectStatus("", "", ""), new ConnectStatus("", "7", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "error", "Error", " ERROR " })
	void whenAnErrorIsNotTheFirstEntryThenItsCodeIsUsed(String type) {
		String list = "[" + entry("Warning", "DefaultLanguageUsed") + "," + entry(type, "SystemError") + ","
				+ entry("Error", "InvalidRequest") + "]";
		ConnectApiException failure = failure(envelope(header("error", list), "null"));
		assertThat(failure.code()).hasValue("SystemError");
		assertThat(failure).hasMessageContaining("SystemError: message of SystemError");
	}

	@Test
	void whenNoEntryIsAnErrorThenTheCodeOfTheFirstIsUsed() {
		String list = "[" + entry("Warning", "SystemError") + "," + entry("Information", "InvalidRequest") + "]";
		assertThat(failure(envelope(header("error", list), "null")).code()).hasValue("SystemError");
	}

	@ParameterizedTest
	@CsvSource({ "Warning,DefaultLanguageUsed", "Warning,TransactionIdDuplicate", "Information,Anything",
			"Warning,InvalidUsernameOrPassword" })
	void whenASuccessHasAStatusEntryThenItIsNotAnError(String type, String code) {
		String list = "[" + entry(type, code) + "]";
		assertThat(read(envelope(header("warning", list), RESULT)).token().reveal()).isEqualTo("token");
		assertThat(read(envelope(header("success", list), RESULT)).token().reveal()).isEqualTo("token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"" + ResponseFixture.ID + "\"", "\"0B0E7F8A-6C1D-4B52-9F57-2F4F3F5F9A10\"",
			"\"  " + ResponseFixture.ID + "\\t\"", "\"\"", "\"   \"", "null" })
	void whenTheEchoMatchesOrIsBlankThenTheResponseIsAccepted(String echo) {
		String header = "{\"Status\":\"success\",\"CoordinationId\":" + echo + "}";
		assertThat(read(envelope(header, RESULT)).token().reveal()).isEqualTo("token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"another\"", "\"" + ResponseFixture.ID + "0\"", "7" })
	void whenTheEchoDiffersThenTheFailureIsTransient(String echo) {
		for (String status : new String[] { "success", "warning", "error" }) {
			String header = "{\"Status\":\"" + status + "\",\"CoordinationId\":" + echo + ",\"StatusList\":["
					+ entry("Error", "InvalidUsernameOrPassword") + "]}";
			ConnectApiException failure = failure(envelope(header, RESULT));
			assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class)
				.hasMessageContaining("a response whose coordination id is not")
				.hasMessageContaining(ResponseFixture.ID);
			assertThat(failure.isTransient()).isTrue();
			assertThat(failure.coordinationId()).hasValue(ResponseFixture.ID);
			assertThat(failure.operation()).hasValue("CreateSession");
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenTheResultHasTheKeyOfAnotherOperationThenItIsMissing(SessionOperation operation) {
		SessionOperation other = (operation == SessionOperation.CREATE_SESSION) ? SessionOperation.RENEW_SESSION
				: SessionOperation.CREATE_SESSION;
		ConnectApiException failure = failure(operation, 200, ResponseFixture.success(other));
		assertThat(failure).isExactlyInstanceOf(ConnectProtocolException.class)
			.hasMessageContaining(operation + "Result is missing");
		assertThat(failure.isTransient()).isFalse();
	}

}
