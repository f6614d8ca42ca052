package io.github.connectapi.test.file;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FileCacheTests {

	private final FileCache cache = new FileCache(10);

	@Test
	void whenFileIsInCacheThenItIsNotCreatedAgain() {
		byte[] file = this.cache.get("a", () -> new byte[4]);
		assertThat(this.cache.get("a", () -> new byte[5])).isSameAs(file);
	}

	@Test
	void whenThereIsNoSpaceThenFileThatWasNotUsedForLongestIsRemoved() {
		byte[] a = this.cache.get("a", () -> new byte[4]);
		this.cache.get("b", () -> new byte[4]);
		this.cache.get("a", () -> new byte[4]);
		this.cache.get("c", () -> new byte[4]);
		assertThat(this.cache.bytes()).isEqualTo(8);
		assertThat(this.cache.get("a", () -> new byte[4])).isSameAs(a);
		assertThat(this.cache.get("b", () -> new byte[3])).hasSize(3);
	}

	@Test
	void whenFileIsTooLargeThenItIsNotCached() {
		this.cache.get("a", () -> new byte[4]);
		assertThat(this.cache.get("b", () -> new byte[11])).hasSize(11);
		assertThat(this.cache.bytes()).isEqualTo(4);
	}

}
