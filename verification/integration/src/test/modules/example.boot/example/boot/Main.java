package example.boot;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.FakeConnectServer;

/**
 * An application whose session is created at the fake server. Its name is in YAML.
 */
@SpringBootApplication
public class Main {

	public static void main(String[] arguments) {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			SpringApplication application = new SpringApplication(Main.class);
			application.setDefaultProperties(Map.copyOf(server.properties()));
			try (ConfigurableApplicationContext context = application.run(arguments)) {
				Map<String, Object> search = Map.of("Query", Map.of("SearchPhrase", "wheat oak"), "ResultOptions",
						Map.of("ItemCount", 1, "ItemStartNumber", 1));
				Found found = context.getBean(ConnectApi.class)
					.call(ConnectOperations.SEARCH_FOR_IMAGES, search, Found.class);
				System.out.println(context.getEnvironment().getProperty("example.text") + found.itemTotalCount());
			}
		}
	}

	record Found(int itemTotalCount) {
	}

}
