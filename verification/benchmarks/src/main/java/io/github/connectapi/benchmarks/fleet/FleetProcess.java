package io.github.connectapi.benchmarks.fleet;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;

/**
 * A JVM with one or more instances, which all get their token at the same time.
 */
public final class FleetProcess {

	private FleetProcess() {
	}

	/**
	 * Print a line when the instances are ready. After each line of the input, do the
	 * next step. The first lets all instances get a token, and prints the number of
	 * threads at most. The second prints the number of threads then.
	 * @param args the peer, the URL of the server, the port of Redis, the number of
	 * instances, and whether to warm up first, with the token of another user
	 * @throws IOException if the input fails
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		FleetPeer peer = FleetPeer.valueOf(args[0]);
		ConnectClient client = ConnectClient.builder(BaseUrl.of(args[1]))
			.connectTimeout(FleetPeer.TIMEOUT)
			.responseTimeout(FleetPeer.TIMEOUT)
			.build();
		LettuceConnectionFactory connections = RedisProcess.connect(Integer.parseInt(args[2]));
		if (Boolean.parseBoolean(args[4])) {
			peer.open(client, connections, "warm-up-" + ProcessHandle.current().pid()).token();
		}
		List<FleetPeer.Instance> instances = IntStream.range(0, Integer.parseInt(args[3]))
			.mapToObj((i) -> peer.open(client, connections, "user"))
			.toList();
		CountDownLatch start = new CountDownLatch(1);
		List<Thread> callers = new ArrayList<>();
		instances.forEach((each) -> callers.add(new Thread(() -> get(each, start))));
		callers.forEach(Thread::start);
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		println("ready");
		nextLine();
		threads.resetPeakThreadCount();
		start.countDown();
		for (Thread caller : callers) {
			caller.join();
		}
		println(String.valueOf(threads.getPeakThreadCount()));
		nextLine();
		println(String.valueOf(threads.getThreadCount()));
		nextLine();
		System.exit(0);
	}

	private static void get(FleetPeer.Instance instance, CountDownLatch start) {
		try {
			start.await(1, TimeUnit.MINUTES);
			instance.token();
		}
		catch (Throwable ex) {
			System.err.println(ex);
			Runtime.getRuntime().halt(1);
		}
	}

	private static void println(String line) {
		System.out.println(line);
	}

	private static void nextLine() throws IOException {
		for (int read = System.in.read(); read != '\n'; read = System.in.read()) {
			if (read < 0) {
				System.exit(0);
			}
		}
	}

}
