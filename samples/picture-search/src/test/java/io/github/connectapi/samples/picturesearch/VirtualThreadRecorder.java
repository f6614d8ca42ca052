package io.github.connectapi.samples.picturesearch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

import io.github.connectapi.client.ConnectClientCustomizer;

/**
 * Records the operations that are called on virtual threads. It uses reflection, because
 * the sources are compiled for Java 17.
 */
class VirtualThreadRecorder implements ConnectClientCustomizer {

	private final List<String> operations = new CopyOnWriteArrayList<>();

	@Override
	public void customize(RestClient.Builder builder) {
		builder.requestInterceptor((request, body, execution) -> {
			if (isVirtual(Thread.currentThread())) {
				this.operations.add(StringUtils.getFilename(request.getURI().getPath()));
			}
			return execution.execute(request, body);
		});
	}

	List<String> operations() {
		return this.operations;
	}

	private static boolean isVirtual(Thread thread) {
		var method = ReflectionUtils.findMethod(Thread.class, "isVirtual");
		return method != null && Boolean.TRUE.equals(ReflectionUtils.invokeMethod(method, thread));
	}

}
