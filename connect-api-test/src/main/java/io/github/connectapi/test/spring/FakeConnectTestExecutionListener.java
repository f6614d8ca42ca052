package io.github.connectapi.test.spring;

import io.github.connectapi.test.FakeConnectServer;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Clears the faults and the recorded requests of the server after each test method. It
 * does not do so before the test, so that the first test sees the requests that were sent
 * while the context started.
 */
final class FakeConnectTestExecutionListener implements TestExecutionListener {

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext()
				&& TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(), WithFakeConnectServer.class)) {
			FakeConnectServer server = testContext.getApplicationContext().getBean(FakeConnectServer.class);
			server.clearFaults();
			server.clearRequests();
		}
	}

}
