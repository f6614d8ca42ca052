package io.github.connectapi.samples.agency;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.test.FakeConnectServer;

/**
 * The unchanged application with a fake Connect API, where each person has an account.
 *
 * @param server the fake Connect API
 * @param context the application
 */
record RunningAgency(FakeConnectServer server, ConfigurableApplicationContext context) implements AutoCloseable {

	static RunningAgency start(int port, List<DemoPerson> people) {
		FakeConnectServer server = FakeConnectServer.builder().https(false).start();
		people.forEach((person) -> {
			server.accounts().add(person.gettyUserName(), person.gettyPassword(), null);
			server.accounts().removeOfferings(person.gettyUserName());
			server.accounts().setOffering(person.gettyUserName(), "EasyAccess", person.downloads());
		});
		ConfigurableApplicationContext context = startApplication(server, port);
		People accounts = context.getBean(People.class);
		GettyAccounts gettyAccounts = context.getBean(GettyAccounts.class);
		people.forEach((person) -> {
			String id = accounts.add(person.email(), person.password());
			if (person.enteredPassword() != null) {
				gettyAccounts.save(id, person.gettyUserName(), person.enteredPassword());
			}
		});
		return new RunningAgency(server, context);
	}

	private static ConfigurableApplicationContext startApplication(FakeConnectServer server, int port) {
		Map<String, Object> properties = new HashMap<>();
		server.properties().forEach((name, value) -> {
			if (!name.startsWith("getty.connect.user-")) {
				properties.put(name, value);
			}
		});
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		properties.put("AGENCY_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(key));
		properties.put("spring.datasource.generate-unique-name", "true");
		properties.put("server.address", "127.0.0.1");
		properties.put("server.port", port);
		// The first login loads many classes, which is slow on a busy machine.
		properties.put("getty.connect.session.wait-timeout", "1m");
		properties.put("getty.connect.session.acquisition-timeout", "1m");
		properties.put("getty.connect.call.timeout", "1m");
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.level.root", "warn");
		String[] args = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		return SpringApplication.from(AgencyApplication::main).run(args).getApplicationContext();
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	/** Return how often an account was used to log in at Getty Images. */
	int logins(DemoPerson person) {
		return this.server.accounts().logins(person.gettyUserName());
	}

	/** Return how many downloads of an account were used. */
	int downloads(DemoPerson person) {
		return this.server.accounts().downloadsUsed(person.gettyUserName());
	}

	@Override
	public void close() {
		this.context.close();
		this.server.close();
	}

}
