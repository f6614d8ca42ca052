package io.github.connectapi.autoconfigure;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectCredentials;

/**
 * Makes credentials of the properties, or says which are missing.
 */
final class CredentialsReader {

	/**
	 * Boot leaves one that it cannot resolve as it is: it would be sent as a password.
	 */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[\\w.-]+}");

	private final PropertyProblems problems = new PropertyProblems();

	static ConnectCredentials read(GettyConnectProperties properties, SessionType type) {
		CredentialsReader reader = new CredentialsReader();
		String systemId = reader.required("system-id", properties.getSystemId(),
				"the system id that Getty Images assigned to you");
		String systemPassword = reader.required("system-password", properties.getSystemPassword(),
				"the password of the system");
		if (type == SessionType.APPLICATION) {
			reader.absent("user-name", properties.getUserName());
			reader.absent("user-password", properties.getUserPassword());
			reader.problems.throwIfAny();
			return ConnectCredentials.ofApplication(systemId, systemPassword);
		}
		String userName = reader.required("user-name", properties.getUserName(), "the user name");
		String userPassword = reader.required("user-password", properties.getUserPassword(),
				"the password of the user");
		reader.problems.throwIfAny();
		return ConnectCredentials.of(systemId, systemPassword, userName, userPassword);
	}

	private void absent(String name, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			this.problems.add(PropertyProblem.of(name,
					"is set, but getty.connect.session.type is 'application', whose sessions have no user",
					"Remove getty.connect." + name + ", or set getty.connect.session.type to 'user'."));
		}
	}

	private String required(String name, @Nullable String value, String what) {
		if (value == null || !StringUtils.hasText(value)) {
			this.problems.add(PropertyProblem.of(name, (value != null) ? "is blank" : "is missing",
					"Set getty.connect." + name + " to " + what + ". Quote it in YAML, as in " + name
							+ ": \"0123\": an unquoted 0123 is the number 83."));
			return "";
		}
		if (PLACEHOLDER.matcher(value.strip()).matches()) {
			this.problems.add(PropertyProblem.of(name, "is " + value.strip() + ", which nothing resolves",
					"Set the environment variable or property that it names to " + what + "."));
			return "";
		}
		return value;
	}

}
