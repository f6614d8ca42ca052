package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link Connection}.
 */
class ConnectionTests {

	private final SocketChannel channel = mock();

	private final Connection connection = new Connection(this.channel, Target.of(URI.create("http://a/")),
			Proxy.NO_PROXY, null, 0);

	@ParameterizedTest
	@MethodSource("failures")
	void whenTheFirstWriteFailsThenItIsKnownWhetherBytesMayHaveBeenSent(IOException failure, boolean sent)
			throws IOException {
		given(this.channel.write(any(ByteBuffer.class))).willThrow(failure);
		this.connection.begin();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.connection.write(new byte[3], 3));
		assertThat(this.connection.isWritten()).isEqualTo(sent);
	}

	@Test
	void whenALaterWriteFailsThenBytesWereSent() throws IOException {
		given(this.channel.write(any(ByteBuffer.class))).willAnswer((invocation) -> {
			invocation.<ByteBuffer>getArgument(0).get();
			return 1;
		}).willThrow(new IOException("Broken pipe"));
		this.connection.begin();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.connection.write(new byte[3], 3));
		assertThat(this.connection.isWritten()).isTrue();
	}

	private static Arguments[] failures() {
		return new Arguments[] { Arguments.of(new ClosedByInterruptException(), true),
				Arguments.of(new AsynchronousCloseException(), true), Arguments.of(new ClosedChannelException(), false),
				Arguments.of(new IOException("Broken pipe"), false) };
	}

}
