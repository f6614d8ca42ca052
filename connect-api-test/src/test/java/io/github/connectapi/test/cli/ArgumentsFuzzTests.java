package io.github.connectapi.test.cli;

import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithSize;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of the command line with arbitrary arguments.
 */
class ArgumentsFuzzTests {

	static Stream<org.junit.jupiter.params.provider.Arguments> commandLines() {
		return Stream
			.of(List.of("--port=8080", "--https-port=0"), List.of("--port=65536"), List.of("--port"),
					List.of("--port="), List.of("--run-for=PT10S"), List.of("--run-for=PT-1S"),
					List.of("--run-for=PT2562047788015215H"), List.of("--require-https=true"),
					List.of("--require-https=yes"), List.of("--lifetime-minutes=-1"),
					List.of("--user-password=a=b", "--user-password=c"), List.of("", "="))
			.map(org.junit.jupiter.params.provider.Arguments::of);
	}

	@DictionaryEntries({ "--port=", "--https-port=", "--require-https=", "--lifetime-minutes=", "--run-for=",
			"--user-password=", "PT", "P1D", "2147483648", "true" })
	@MethodSource("commandLines")
	@FuzzTest
	void whenArgumentsAreArbitraryThenTheyAreValidOrRejectedWithMessage(
			@NotNull @WithSize(max = 5) List<@NotNull @WithUtf8Length(max = 60) String> commandLine) {
		try {
			Arguments arguments = Arguments.parse(commandLine.toArray(String[]::new));
			arguments.number(Option.PORT, 0, 0, 65535);
			arguments.number(Option.LIFETIME_MINUTES, 30, 1, Integer.MAX_VALUE);
			arguments.flag(Option.REQUIRE_HTTPS);
			arguments.duration(Option.RUN_FOR).ifPresent((time) -> assertThat(time.toMillis()).isNotNegative());
			arguments.text(Option.USER_PASSWORD);
		}
		catch (InvalidArgumentException ex) {
			assertThat(ex.getMessage()).isNotBlank();
		}
	}

}
