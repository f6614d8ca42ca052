package io.github.connectapi.test.junit;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * JUnit Jupiter extension that starts a {@link FakeConnectServer} for the tests of a
 * class and resolves parameters of that type. The server is reset before each test; its
 * base URL remains the same for the whole class.
 * <p>
 * With {@code @ExtendWith} the server has the default settings. A static
 * {@code @RegisterExtension} field can have any settings. A non-static field starts one
 * server for each test. Do not share a server between tests that run in parallel.
 */
public final class FakeConnectExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(FakeConnectExtension.class);

	private final FakeConnectServerBuilder settings;

	private @Nullable FakeConnectServer server;

	/**
	 * Create an extension whose server has the default settings.
	 */
	public FakeConnectExtension() {
		this(FakeConnectServer.builder());
	}

	/**
	 * Create an extension with a builder for its server.
	 * @param settings the builder
	 */
	public FakeConnectExtension(FakeConnectServerBuilder settings) {
		this.settings = settings;
	}

	/**
	 * Return the server and start it if necessary. Static initializers and property
	 * sources can use it too.
	 * @return the server
	 */
	public synchronized FakeConnectServer server() {
		if (this.server == null) {
			this.server = this.settings.start();
		}
		return this.server;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		closeWith(context);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		closeWith(context);
		server().reset();
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == FakeConnectServer.class;
	}

	@Override
	public FakeConnectServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return server();
	}

	/** Close the server with the outermost context that has this extension. */
	private void closeWith(ExtensionContext context) {
		context.getStore(NAMESPACE).computeIfAbsent(this, (key) -> (AutoCloseable) this::close);
	}

	private synchronized void close() {
		if (this.server != null) {
			this.server.close();
			this.server = null;
		}
	}

}
