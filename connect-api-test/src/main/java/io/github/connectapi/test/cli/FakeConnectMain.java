package io.github.connectapi.test.cli;

import java.io.IOException;
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
 * Runs a {@link FakeConnectServer} from the command line until it is interrupted.
 * {@code --help} lists the arguments.
 */
public final class FakeConnectMain {

	private static final int FAILED = 1;

	private static final int BAD_ARGUMENT = 2;

	private FakeConnectMain() {
	}

	/**
	 * Runs the server and ends this JVM: with status 0 when its time is up, 1 when it
	 * cannot start, 2 when an argument is bad.
	 * @param arguments the arguments, {@code --name=value}
	 * @throws InterruptedException when interrupted while the server runs
	 */
	public static void main(String[] arguments) throws InterruptedException {
		System.exit(run(System.out, System.err, arguments));
	}

	static int run(PrintStream out, PrintStream err, String... arguments) throws InterruptedException {
		if (List.of(arguments).contains("--help")) {
			out.println("Runs a fake Connect API on the loopback address. Arguments:");
			out.print(Option.help());
			return 0;
		}
		try {
			serve(out, Arguments.parse(arguments));
			return 0;
		}
		catch (BadArgument ex) {
			err.println(ex.getMessage() + ". --help lists the arguments.");
			return BAD_ARGUMENT;
		}
		catch (UncheckedIOException ex) {
			err.println(ex.getMessage());
			return FAILED;
		}
	}

	private static void serve(PrintStream out, Arguments arguments) throws BadArgument, InterruptedException {
		Optional<Duration> runFor = arguments.duration(Option.RUN_FOR);
		FakeConnectServerBuilder settings = settings(arguments);
		try (FakeConnectServer server = settings.start()) {
			arguments.text(Option.CA_FILE).ifPresent((file) -> write(file, server.certificateAuthority()));
			out.print(Banner.of(server, arguments));
			out.flush();
			CountDownLatch never = new CountDownLatch(1);
			if (runFor.isPresent()) {
				never.await(runFor.get().toMillis(), TimeUnit.MILLISECONDS);
			}
			else {
				never.await();
			}
		}
	}

	private static FakeConnectServerBuilder settings(Arguments arguments) throws BadArgument {
		return FakeConnectServer.builder()
			.port(arguments.number(Option.PORT, 0, 0, 65535))
			.httpsPort(arguments.number(Option.HTTPS_PORT, 0, 0, 65535))
			.requireHttps(arguments.flag(Option.REQUIRE_HTTPS))
			.tokenLifetimeMinutes(arguments.number(Option.LIFETIME_MINUTES, 30, 1, Integer.MAX_VALUE))
			.system(arguments.text(Option.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_ID),
					arguments.text(Option.SYSTEM_PASSWORD, FakeConnectServerBuilder.SYSTEM_PASSWORD))
			.user(arguments.text(Option.USER_NAME, FakeConnectServerBuilder.USER_NAME),
					arguments.text(Option.USER_PASSWORD, FakeConnectServerBuilder.USER_PASSWORD),
					FakeConnectServerBuilder.ACCOUNT_ID);
	}

	private static void write(String file, String pem) {
		try {
			Files.writeString(Path.of(file), pem);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write the certificate authority to " + file, ex);
		}
	}

}
