package io.github.connectapi.test.catalog.vocabulary;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Words}.
 */
class WordsTests {

	@Test
	void whenTextHasPunctuationThenOnlyWordsRemain() {
		assertThat(Words.of("Storm over the harbor, fallen tree!")).containsExactly("storm", "over", "the", "harbor",
				"fallen", "tree");
	}

	@Test
	void whenTextIsOfAnotherAlphabetThenItIsSplitToo() {
		assertThat(Words.of("Дерево у озера; 東京 が, l'Été 2013")).containsExactly("дерево", "у", "озера", "東京", "が", "l",
				"été", "2013");
	}

	@Test
	void whenLetterHasACombiningMarkThenItIsOneWord() {
		assertThat(Words.of("E\u0301te\u0301 à")).containsExactly("e\u0301te\u0301", "à");
	}

	@Test
	void whenCharacterNeedsTwoCharsThenItIsALetter() {
		assertThat(Words.of("\uD840\uDC0B\uD83D\uDE00a")).containsExactly("\uD840\uDC0B", "a");
	}

	@Test
	void whenTextIsEmptyThenThereIsNoWord() {
		assertThat(Words.of(" - ")).isEmpty();
	}

}
