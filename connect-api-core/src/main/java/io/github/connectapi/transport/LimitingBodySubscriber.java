package io.github.connectapi.transport;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

/**
 * Collects a body and completes as soon as the body exceeds a limit, with one byte more
 * than the limit. Status and headers of such a response remain usable. A short body of
 * known length is copied once. The buffer of a long body grows as its data arrives.
 */
final class LimitingBodySubscriber implements HttpResponse.BodySubscriber<byte[]> {

	private static final int INITIAL_CAPACITY = 64 * 1024;

	private final int maxLength;

	private final CompletableFuture<byte[]> body = new CompletableFuture<>();

	private byte[] bytes;

	private int length;

	private Flow.@Nullable Subscription subscription;

	/** The last body of a connection closes the connection if its length is known. */
	LimitingBodySubscriber(int limit, long contentLength, boolean last) {
		this.maxLength = (last && contentLength > 0) ? (int) Math.min(contentLength, limit + 1) : limit + 1;
		this.bytes = new byte[(int) Math.max(0, Math.min(contentLength, Math.min(this.maxLength, INITIAL_CAPACITY)))];
	}

	@Override
	public CompletionStage<byte[]> getBody() {
		return this.body;
	}

	@Override
	public void onSubscribe(Flow.Subscription subscription) {
		this.subscription = subscription;
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(List<ByteBuffer> buffers) {
		for (ByteBuffer buffer : buffers) {
			int count = Math.min(buffer.remaining(), this.maxLength - this.length);
			if (this.bytes.length < this.length + count) {
				this.bytes = Arrays.copyOf(this.bytes, (int) Math.min(this.maxLength, 2L * (this.length + count)));
			}
			buffer.get(this.bytes, this.length, count);
			this.length += count;
		}
		if (this.length == this.maxLength && this.subscription != null) {
			this.subscription.cancel();
			onComplete();
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.body.completeExceptionally(failure);
	}

	@Override
	public void onComplete() {
		this.body.complete((this.length == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.length));
	}

}
