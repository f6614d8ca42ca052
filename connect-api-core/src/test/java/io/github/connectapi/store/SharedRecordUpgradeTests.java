package io.github.connectapi.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances of two versions of the library that use one store, as during an upgrade and
 * when it is undone.
 */
class SharedRecordUpgradeTests {

	/** {@link SharedRecords#full()} as the first version wrote it. */
	private static final String FIRST = "199c8cb3d3e60796c9427d80d5938ef1d8a186d99e35bdf433704f4b219bbc4a3a2c648168367a663596c904c92c8f61"
			+ "342fbd4eb43472843164276d5b9cefb19d9c287170aa99f122f1661812b879efab6573752dc8f214650299994f79279c"
			+ "197d46cf5950056864d110a122fbd3bc678026b16b4b8f2dfe6660bff0d7254fceabccec9ff444c2fb3cb2ef0a7091a6"
			+ "9e99403f1b7d0383fc98a1727b813dee17a2c6";

	private static final byte[] FIELD = "a new field".getBytes(StandardCharsets.UTF_8);

	private final ManualTime time = ManualTime.create();

	private final InMemorySessionStore store = new InMemorySessionStore(this.time.clock());

	private final OtherLibrary later = new OtherLibrary(this.store, SharedRecords.key());

	private final FleetInstance instance = newInstance();

	private int logins;

	private FleetInstance newInstance() {
		return new FleetInstance(this.store,
				SharedSessionSettings.defaults().withNamespace("shop").withSecret(SharedRecords.SECRET.reveal()),
				this.time.nanos(), this.time.scheduler(), this.time::advance,
				() -> ConnectSession.of("token-" + ++this.logins, FleetInstance.LIFETIME));
	}

	private void publishLater(String token) {
		SharedRecord content = SharedRecord.EMPTY.acquired(ConnectSession.of(token, FleetInstance.LIFETIME),
				this.time.clock().millis());
		byte[] plain = SharedRecordCodec.encode(content);
		byte[] longer = Arrays.copyOf(plain, plain.length + FIELD.length);
		System.arraycopy(FIELD, 0, longer, plain.length, FIELD.length);
		this.later.write(longer);
	}

	@Test
	void whenALaterVersionHasAFieldMoreThenItsSessionIsAdopted() {
		publishLater("later");
		assertThat(this.instance.acquire().adopted()).isTrue();
		assertThat(Objects.requireNonNull(this.instance.session).token().reveal()).isEqualTo("later");
		assertThat(this.logins).isZero();
	}

	@Test
	void whenARecordWithAFieldMoreIsPolledThenItIsNotReplaced() {
		publishLater("later");
		this.instance.acquire();
		byte[] before = this.later.content();
		for (int i = 0; i < 10; i++) {
			this.time.advance(Duration.ofSeconds(10));
			this.instance.poll();
		}
		assertThat(this.later.content()).isEqualTo(before);
	}

	@Test
	void whenThisVersionRenewsThenTheLaterOneReadsTheSessionWithoutItsField() {
		publishLater("later");
		this.instance.acquire();
		this.time.advance(Duration.ofMinutes(25));
		this.instance.acquire();
		SharedRecord renewed = Objects.requireNonNull(SharedRecordCodec.decode(this.later.read()));
		assertThat(Objects.requireNonNull(renewed.session()).token().reveal()).isEqualTo("token-1");
		assertThat(renewed.generation()).isEqualTo(2);
		assertThat(this.later.read()).isEqualTo(SharedRecordCodec.encode(renewed));
	}

	@Test
	void whenTheUpgradeIsUndoneThenTheSessionRemains() {
		this.instance.acquire();
		byte[] before = this.later.content();
		publishLater("later");
		assertThat(this.later.content()).isNotEqualTo(before);
		FleetInstance undone = newInstance();
		assertThat(undone.acquire().session().token().reveal()).isEqualTo("later");
		assertThat(this.logins).isEqualTo(1);
	}

	@Test
	void whenTheVersionOfARecordIsUnknownThenItIsForeign() {
		byte[] unknown = SharedRecordCodec.encode(SharedRecords.full());
		unknown[0] = SharedRecordCodec.VERSION + 1;
		this.later.write(unknown);
		assertThat(this.instance.acquire().adopted()).isFalse();
		assertThat(newInstance().acquire().adopted()).isTrue();
		assertThat(this.logins).isEqualTo(1);
	}

	@Test
	void whenTheLayoutIsAnotherThenTheKeyIsAnother() {
		assertThat(SharedRecords.key().id()).startsWith("v" + SharedRecordCodec.VERSION + "-");
		assertThat(SharedRecordCodec.encode(SharedRecord.EMPTY)[0]).isEqualTo((byte) SharedRecordCodec.VERSION);
	}

	@Test
	void whenARecordHasAnotherKeyThenItIsNotTouched() {
		String other = SharedRecords.key().id().replace("v1-", "v2-");
		byte[] content = { 1, 2, 3 };
		this.store.replace(other, null, content, Duration.ofDays(1), "other");
		this.instance.acquire();
		this.instance.poll();
		assertThat(this.store.read(other).content()).isEqualTo(content);
	}

	// Never change these: instances of released versions read and write them.
	@Test
	void whenTheFirstVersionWroteARecordThenThisOneReadsIt() {
		assertThat(SharedRecords.key().id()).isEqualTo("v1-7cd616dd91ce86b5da244bb27e3e918c");
		assertThat(new SharedRecordCipher(SharedRecords.key()).decrypt(HexFormat.of().parseHex(FIRST)))
			.isEqualTo(SharedRecords.full());
	}

}
