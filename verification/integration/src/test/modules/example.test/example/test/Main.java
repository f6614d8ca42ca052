package example.test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContextManager;

import io.github.connectapi.autoconfigure.health.ConnectHealthAutoConfiguration;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.assertj.ConnectAssertions;
import io.github.connectapi.test.spring.WithFakeConnectServer;

/**
 * A Spring Boot test with the fake server, in an application with Actuator.
 */
@EnableAutoConfiguration
@SpringBootTest(classes = Main.class)
@WithFakeConnectServer
public class Main {

	@Autowired
	private FakeConnectServer server;

	@Autowired
	private ConnectSessionManager sessions;

	@Autowired
	private ConnectHealthAutoConfiguration health;

	public static void main(String[] arguments) throws Exception {
		Main test = new Main();
		TestContextManager manager = new TestContextManager(Main.class);
		manager.prepareTestInstance(test);
		test.sessions.getSession();
		ConnectAssertions.assertThat(test.server).receivedExactly("CreateSession");
		manager.getTestContext().markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
		System.out.println("works");
	}

}
