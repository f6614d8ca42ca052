package io.github.connectapi.client;

import java.net.HttpURLConnection;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.json.Envelope;
import io.github.connectapi.json.JsonCodec;
import io.github.connectapi.json.MalformedResponseException;
import io.github.connectapi.json.ResultConversionException;
import io.github.connectapi.operation.ConnectResponse;

/**
 * Reads the envelope of a response, or throws the matching exception. The envelope is
 * read before the HTTP status is considered, because the server sends errors with various
 * statuses. A success is accepted with status 200 only.
 */
final class ResponseReader {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectClient.class);

	private final ConnectExceptionTranslator translator;

	private final Runnable mismatchHandler;

	/**
	 * Create a reader.
	 * @param translator creates the exceptions
	 * @param mismatchHandler called when a response belongs to another request
	 */
	ResponseReader(ConnectExceptionTranslator translator, Runnable mismatchHandler) {
		this.translator = translator;
		this.mismatchHandler = mismatchHandler;
	}

	/** Return the envelope of a success. */
	<T> Envelope<T> readEnvelope(ExchangeContext context, RawResponse response, JsonCodec codec,
			ParameterizedTypeReference<T> type) {
		Envelope<T> envelope = decode(context, response, codec, type);
		if (envelope.hasOtherCoordinationId(context.coordinationId())) {
			// Otherwise each further caller of the connection might get the response of
			// the one before.
			this.mismatchHandler.run();
			if (!context.usesSession()) {
				throw this.translator.mismatchedResponse(context);
			}
			// The call may have consumed quota, so its result is not discarded.
			logger.warn(LogMessage.format(
					"Connect response has an unexpected coordination id: operation=%s sent=%s received=%s",
					context.operation(), context.coordinationId(), response.sanitize(envelope.coordinationId())));
		}
		if (envelope.isError()) {
			throw this.translator.errorEnvelope(context, response, envelope);
		}
		if (response.httpStatus() != HttpURLConnection.HTTP_OK) {
			throw this.translator.unreadableResponse(context, response, "the envelope reports no error");
		}
		if (!envelope.isUsable()) {
			throw ConnectExceptionTranslator.invalidResponse(context, "Status is not Success, Warning or Error");
		}
		return envelope;
	}

	/** Return the response to a call, with a result unless its type is {@code Void}. */
	@SuppressWarnings("NullAway") // The result is null for Void only.
	<T> ConnectResponse<T> readResponse(ExchangeContext context, RawResponse response, JsonCodec codec,
			ParameterizedTypeReference<T> type) {
		Envelope<T> envelope = readEnvelope(context, response, codec, type);
		if (envelope.result() == null && type.getType() != Void.class) {
			throw ConnectExceptionTranslator.invalidResponse(context,
					"%s is missing".formatted(context.operation().resultKey().orElse("the result")));
		}
		return new ConnectResponse<>(envelope.result(), context.coordinationId(),
				envelope.statuses().stream().map(response::sanitize).toList());
	}

	/** Return the token of a success. */
	ConnectSession readToken(ExchangeContext context, RawResponse response, JsonCodec codec, boolean hasUser) {
		return new TokenResponseReader(codec, this.translator).read(context, response, hasUser);
	}

	private <T> Envelope<T> decode(ExchangeContext context, RawResponse response, JsonCodec codec,
			ParameterizedTypeReference<T> type) {
		try {
			return codec.decode(context.operation(), response.body(), type);
		}
		catch (ResultConversionException ex) {
			String reason = response.sanitize(String.valueOf(ex.getMessage()));
			if (response.httpStatus() == HttpURLConnection.HTTP_OK) {
				throw ConnectExceptionTranslator.invalidResponse(context, reason);
			}
			throw this.translator.unreadableResponse(context, response, reason);
		}
		catch (MalformedResponseException ex) {
			throw this.translator.unreadableResponse(context, response, String.valueOf(ex.getMessage()));
		}
	}

}
