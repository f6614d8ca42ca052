package io.github.connectapi.test.file;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file that a {@code Range} header names.
 *
 * @param first the position of the first byte
 * @param last the position of the last byte; before {@code first} if the part is outside
 * of the file
 */
record ByteRange(int first, int last) {

	private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=\\s*([0-9]*)-([0-9]*)\\s*");

	private static final ByteRange OUTSIDE = new ByteRange(0, -1);

	/**
	 * Parse a header.
	 * @param header the value of the header
	 * @param length the length of the file
	 * @return the part, or empty if the header is invalid or names several parts, so that
	 * it must be ignored
	 */
	static Optional<ByteRange> parse(String header, int length) {
		Matcher matcher = SINGLE.matcher(header);
		if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
			return Optional.empty();
		}
		if (matcher.group(1).isEmpty()) {
			int suffix = number(matcher.group(2), length);
			return Optional.of((suffix > 0) ? new ByteRange(length - suffix, length - 1) : OUTSIDE);
		}
		return between(matcher.group(1), matcher.group(2), length);
	}

	boolean isOutside() {
		return this.last < this.first;
	}

	private static Optional<ByteRange> between(String from, String to, int length) {
		if (!to.isEmpty() && new BigInteger(from).compareTo(new BigInteger(to)) > 0) {
			return Optional.empty();
		}
		int first = number(from, length);
		int last = to.isEmpty() ? length - 1 : number(to, length - 1);
		return Optional.of((first < length) ? new ByteRange(first, last) : OUTSIDE);
	}

	/** Return the number or the limit if the number is greater, even than an int. */
	private static int number(String digits, int limit) {
		return new BigInteger(digits).min(BigInteger.valueOf(limit)).intValue();
	}

}
