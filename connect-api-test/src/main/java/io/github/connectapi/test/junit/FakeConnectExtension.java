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
 * Starts a {@link FakeConnectServer} for the tests of a class and hands it to parameters
 * of that type. Before each test the server is reset, so that no test sees what another
 * left behind; its address stays the same for the whole class.
 * <p>
 * With {@code @ExtendWith} it has the default settings, with a static
 * {@code @RegisterExtension} field any; as a field that is not static it starts one
 * server for each test. Not for tests of one class that run in parallel, unless each has
 * its own.
 */
public final class FakeConnectExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(FakeConnectExtension.class);

	private final FakeConnectServerBuilder settings;

	private @Nullable FakeConnectServer server;

	/** Creates an extension whose server has the default settings. */
	public FakeConnectExtension() {
		this(FakeConnectServer.builder());
	}

	/**
	 * Creates an extension.
	 * @param settings the settings of its server
	 */
	public FakeConnectExtension(FakeConnectServerBuilder settings) {
		this.settings = settings;
	}

	/**
	 * Answers the server and starts it if need be, so that it is available to static
	 * initializers and property sources too.
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

	/**
	 * Ties the server to the outermost context that this extension is registered with.
	 */
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
