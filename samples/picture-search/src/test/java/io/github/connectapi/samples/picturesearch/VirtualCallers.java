package io.github.connectapi.samples.picturesearch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

import io.github.connectapi.client.ConnectClientCustomizer;

/**
 * Which operations were called on virtual threads; by reflection, because the sources are
 * of Java 17.
 */
class VirtualCallers implements ConnectClientCustomizer {

	private final List<String> virtual = new CopyOnWriteArrayList<>();

	@Override
	public void customize(RestClient.Builder builder) {
		builder.requestInterceptor((request, body, execution) -> {
			if (isVirtual(Thread.currentThread())) {
				this.virtual.add(StringUtils.getFilename(request.getURI().getPath()));
			}
			return execution.execute(request, body);
		});
	}

	List<String> virtual() {
		return this.virtual;
	}

	private static boolean isVirtual(Thread thread) {
		var method = ReflectionUtils.findMethod(Thread.class, "isVirtual");
		return method != null && Boolean.TRUE.equals(ReflectionUtils.invokeMethod(method, thread));
	}

}
