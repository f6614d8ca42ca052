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
 * Collects a body and ends as soon as it is longer than a limit, with one byte more than
 * that: status and headers of such an answer still count. A body of announced length is
 * copied once if it is short; a long one gets its memory as it comes.
 */
final class LimitingBodySubscriber implements HttpResponse.BodySubscriber<byte[]> {

	private static final int FIRST = 64 * 1024;

	private final int most;

	private final CompletableFuture<byte[]> body = new CompletableFuture<>();

	private byte[] bytes;

	private int length;

	private Flow.@Nullable Subscription subscription;

	/** The last one of a connection closes it, if its length is announced. */
	LimitingBodySubscriber(int limit, long announced, boolean last) {
		this.most = (last && announced > 0) ? (int) Math.min(announced, limit + 1) : limit + 1;
		this.bytes = new byte[(int) Math.max(0, Math.min(announced, Math.min(this.most, FIRST)))];
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
			int taken = Math.min(buffer.remaining(), this.most - this.length);
			if (this.bytes.length < this.length + taken) {
				this.bytes = Arrays.copyOf(this.bytes, (int) Math.min(this.most, 2L * (this.length + taken)));
			}
			buffer.get(this.bytes, this.length, taken);
			this.length += taken;
		}
		if (this.length == this.most && this.subscription != null) {
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
