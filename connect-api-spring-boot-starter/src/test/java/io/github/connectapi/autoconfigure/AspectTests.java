package io.github.connectapi.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for advice around the configured beans, with the defaults of Spring Boot, which
 * proxies classes.
 */
class AspectTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final ApplicationContextRunner runner = FakeApplication.of(this.server)
		.withConfiguration(AutoConfigurations.of(AopAutoConfiguration.class));

	@Test
	void whenTheApiIsAdvisedThenTheAdviceIsCalled() {
		this.runner.withBean(ApiAspect.class).run((context) -> {
			ConnectApi api = context.getBean(ConnectApi.class);
			assertThat(AopUtils.isAopProxy(api)).isTrue();
			api.call(ConnectOperations.GET_COUNTRIES, Map.of(), Map.class);
			assertThat(context.getBean(ApiAspect.class).advised).contains("call");
		});
	}

	@Test
	void whenTheManagerIsAdvisedThenTheAdviceIsCalled() {
		this.runner.withBean(ManagerAspect.class).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(context.getBean(ManagerAspect.class).advised).contains("getSession");
		});
	}

	@Test
	void whenTheCredentialsProviderIsAdvisedThenTheAdviceIsCalled() {
		this.runner.withBean(ProviderAspect.class).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(context.getBean(ProviderAspect.class).advised).contains("getCredentials");
		});
	}

	@Test
	void whenTheConnectionDetailsAreAdvisedThenTheAdviceIsCalled() {
		this.runner.withBean(DetailsAspect.class).run((context) -> {
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(context.getBean(DetailsAspect.class).advised).contains("getBaseUrl", "getCredentials",
					"getSslBundle");
		});
	}

	@Test
	void whenTheHealthIndicatorIsAdvisedThenTheAdviceIsCalled() {
		this.runner.withBean(HealthAspect.class).run((context) -> {
			HealthIndicator indicator = context.getBean("gettyConnectHealthContributor", HealthIndicator.class);
			assertThat(indicator.health().getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(context.getBean(HealthAspect.class).advised).contains("health");
		});
	}

	@Test
	void whenCredentialsAreAdvisedThenMissingOnesStillStopTheStart() {
		this.runner.withBean(ProviderAspect.class)
			.withBean(DetailsAspect.class)
			.withPropertyValues("getty.connect.user-name=")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("getty.connect.user-name is blank"));
	}

	@Test
	void whenTheDetailsOfAnApplicationSessionAreAdvisedThenOperationsOfAUserAreStillNotSent() {
		this.runner.withBean(ProviderAspect.class)
			.withBean(DetailsAspect.class)
			.withPropertyValues("getty.connect.session.type=application", "getty.connect.user-name=",
					"getty.connect.user-password=")
			.run((context) -> {
				assertThatExceptionOfType(ConnectOperationException.class)
					.isThrownBy(() -> context.getBean(ConnectApi.class).call(ConnectOperations.GET_COLLECTIONS, null));
				assertThat(this.server.requests()).isEmpty();
			});
	}

	abstract static class RecordingAspect {

		final Set<String> advised = ConcurrentHashMap.newKeySet();

		Object record(ProceedingJoinPoint call) throws Throwable {
			this.advised.add(call.getSignature().getName());
			return call.proceed();
		}

	}

	@Aspect
	static class ApiAspect extends RecordingAspect {

		@Around("execution(* io.github.connectapi.call.ConnectApi.*(..))")
		Object around(ProceedingJoinPoint call) throws Throwable {
			return record(call);
		}

	}

	@Aspect
	static class ManagerAspect extends RecordingAspect {

		@Around("execution(* io.github.connectapi.session.ConnectSessionManager.*(..))")
		Object around(ProceedingJoinPoint call) throws Throwable {
			return record(call);
		}

	}

	@Aspect
	static class ProviderAspect extends RecordingAspect {

		@Around("execution(* io.github.connectapi.ConnectCredentialsProvider.*(..))")
		Object around(ProceedingJoinPoint call) throws Throwable {
			return record(call);
		}

	}

	@Aspect
	static class DetailsAspect extends RecordingAspect {

		@Around("execution(* io.github.connectapi.autoconfigure.ConnectConnectionDetails.*(..))")
		Object around(ProceedingJoinPoint call) throws Throwable {
			return record(call);
		}

	}

	@Aspect
	static class HealthAspect extends RecordingAspect {

		@Around("execution(* org.springframework.boot.health.contributor.HealthIndicator.*(..))")
		Object around(ProceedingJoinPoint call) throws Throwable {
			return record(call);
		}

	}

}
