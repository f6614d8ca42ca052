package io.github.connectapi.samples.picturesearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.StreamFault;

/**
 * Runs the unchanged application with a fake Connect API until the process is stopped.
 * Sessions last one minute and are renewed after 24 seconds, and files are sent byte by
 * byte, so that renewals and downloads can be watched.
 */
final class TestPictureSearchApplication {

	private TestPictureSearchApplication() {
	}

	public static void main(String[] args) {
		FakeConnectServer server = FakeConnectServer.builder().tokenLifetimeMinutes(1).start();
		server.always(FakeConnectServer.FILE_DOWNLOAD, StreamFault.dribble(Duration.ZERO));
		// The library repeats the second purchase, because it is free then.
		server.enqueue("CreateDownloadRequest", Fault.normal(), Fault.dropResponse(), Fault.dropResponse());
		ApplicationContext application = run(server, freePort(8080), 0.4);
		System.out.printf("Picture search with a fake Connect API: http://localhost:%d (press Ctrl-C to stop)%n",
				port(application));
		System.out.println("License two pictures: the second purchase has an unclear outcome.");
	}

	static ConfigurableApplicationContext run(FakeConnectServer server, int port, double renewAt) {
		Map<String, Object> properties = new HashMap<>(server.properties());
		properties.put("server.address", "127.0.0.1");
		properties.put("server.port", port);
		properties.put("picture-search.page-size", 12);
		properties.put("picture-search.directory", temporaryDirectory());
		properties.put("getty.connect.session.renew-at", renewAt);
		properties.put("getty.connect.session.renew-jitter", 0);
		properties.put("management.endpoints.web.exposure.include", "health,gettyconnect");
		properties.put("management.endpoint.health.show-details", "always");
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.level.root", "warn");
		String[] args = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return SpringApplication.from(PictureSearchApplication::main).run(args).getApplicationContext();
	}

	static int port(ApplicationContext application) {
		return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** The addresses of files are valid for one start of the fake server. */
	private static Path temporaryDirectory() {
		try {
			return Files.createTempDirectory("picture-search-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Return the port if it is free, otherwise 0 for any free port. */
	private static int freePort(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
