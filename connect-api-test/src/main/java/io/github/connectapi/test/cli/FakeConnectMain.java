package io.github.connectapi.test.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * Runs a {@link FakeConnectServer} from the command line. The argument {@code --help}
 * lists all arguments.
 */
public final class FakeConnectMain {

	private static final int EXIT_FAILED = 1;

	private static final int EXIT_INVALID_ARGUMENT = 2;

	private FakeConnectMain() {
	}

	/**
	 * Run the server and then exit the JVM. Meanwhile, the standard input accepts the
	 * commands {@code requests} and {@code clear}. The exit status is 0 after the time
	 * given by {@code --run-for}, 1 if the server fails to start, and 2 if an argument is
	 * invalid.
	 * @param arguments the arguments in the form {@code --name=value}
	 * @throws InterruptedException if interrupted while the server is running
	 */
	public static void main(String[] arguments) throws InterruptedException {
		System.exit(run(System.in, System.out, System.err, arguments));
	}

	static int run(InputStream in, PrintStream out, PrintStream err, String... arguments) throws InterruptedException {
		if (List.of(arguments).contains("--help")) {
			out.println("Runs a fake Connect API on the loopback address. Arguments:");
			out.print(Option.help());
			return 0;
		}
		try {
			runServer(in, out, Arguments.parse(arguments));
			return 0;
		}
		catch (InvalidArgumentException ex) {
			err.println("%s. Use --help to list the arguments.".formatted(ex.getMessage()));
			return EXIT_INVALID_ARGUMENT;
		}
		catch (UncheckedIOException ex) {
			err.println(ex.getMessage());
			return EXIT_FAILED;
		}
	}

	private static void runServer(InputStream in, PrintStream out, Arguments arguments)
			throws InvalidArgumentException, InterruptedException {
		Optional<Duration> runFor = arguments.duration(Option.RUN_FOR);
		FakeConnectServerBuilder builder = builder(arguments);
		try (FakeConnectServer server = builder.start()) {
			arguments.text(Option.CA_FILE).ifPresent((file) -> write(file, server.certificateAuthority()));
			out.print(Banner.of(server, arguments));
			out.flush();
			new Console(server, out).start(in);
			CountDownLatch interrupted = new CountDownLatch(1);
			if (runFor.isPresent()) {
				interrupted.await(runFor.get().toMillis(), TimeUnit.MILLISECONDS);
			}
			else {
				interrupted.await();
			}
		}
	}

	private static FakeConnectServerBuilder builder(Arguments arguments) throws InvalidArgumentException {
		return FakeConnectServer.builder()
			.port(arguments.number(Option.PORT, 0, 0, 65535))
			.httpsPort(arguments.number(Option.HTTPS_PORT, 0, 0, 65535))
			.requireHttps(arguments.flag(Option.REQUIRE_HTTPS))
			.cors(arguments.flag(Option.CORS))
			.emptyPagesAsErrors(arguments.flag(Option.EMPTY_PAGES_AS_ERRORS))
			.lockAccountAfter(arguments.number(Option.LOCK_ACCOUNT_AFTER, 0, 0, Integer.MAX_VALUE))
			.tokenLifetimeMinutes(arguments.number(Option.LIFETIME_MINUTES, 30, 1, Integer.MAX_VALUE))
			.system(arguments.text(Option.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_ID),
					arguments.text(Option.SYSTEM_PASSWORD, FakeConnectServerBuilder.SYSTEM_PASSWORD))
			.apiKey(arguments.text(Option.API_KEY, FakeConnectServerBuilder.API_KEY),
					arguments.text(Option.API_SECRET, FakeConnectServerBuilder.API_SECRET))
			.user(arguments.text(Option.USER_NAME, FakeConnectServerBuilder.USER_NAME),
					arguments.text(Option.USER_PASSWORD, FakeConnectServerBuilder.USER_PASSWORD),
					FakeConnectServerBuilder.ACCOUNT_ID);
	}

	private static void write(String file, String pem) {
		try {
			Files.writeString(Path.of(file), pem);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Failed to write the certificate authority to %s".formatted(file), ex);
		}
	}

}
