package io.github.connectapi.test.spring;

import io.github.connectapi.test.FakeConnectServer;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Heals the server after each test and forgets what it recorded. After and not before, so
 * that the first test sees what the context sent while it started.
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
