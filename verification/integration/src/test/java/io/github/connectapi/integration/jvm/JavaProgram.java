package io.github.connectapi.integration.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs a program in another JVM of the version of the build, with a POSIX locale.
 */
final class JavaProgram {

	private JavaProgram() {
	}

	/**
	 * Return the lines that the program prints.
	 * @param arguments the arguments of {@code java}
	 * @return the lines of both streams
	 * @throws Exception if the program is not started
	 */
	static List<String> run(List<String> arguments) throws Exception {
		List<String> command = new ArrayList<>(
				List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx128m", "-XX:TieredStopAtLevel=1"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("LC_ALL", "POSIX");
		Process process = builder.start();
		try {
			process.getOutputStream().close();
			List<String> lines = process.inputReader().lines().toList();
			assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
			return lines;
		}
		finally {
			process.destroyForcibly();
		}
	}

	/**
	 * Return the class path of the tests.
	 * @return the paths
	 */
	static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

}
