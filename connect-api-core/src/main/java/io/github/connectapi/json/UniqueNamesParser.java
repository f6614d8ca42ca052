package io.github.connectapi.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Parser that rejects duplicate names in an object, also in values that are skipped. As
 * the feature of Jackson for it, but without a new set for each object: those are a third
 * of what reading the result of a search allocates.
 */
final class UniqueNamesParser extends JsonParserDelegate {

	/** The names of the objects that contain the current token; later ones are reused. */
	private final List<Names> objects = new ArrayList<>();

	private int depth;

	UniqueNamesParser(JsonParser parser) {
		super(parser);
	}

	@Override
	public @Nullable JsonToken nextToken() {
		JsonToken token = super.nextToken();
		if (token == JsonToken.PROPERTY_NAME) {
			requireUnique(currentName());
		}
		else if (token == JsonToken.START_OBJECT) {
			beginObject();
		}
		else if (token == JsonToken.END_OBJECT) {
			this.depth--;
		}
		return token;
	}

	@Override
	public @Nullable JsonToken nextValue() {
		JsonToken token = nextToken();
		return (token == JsonToken.PROPERTY_NAME) ? nextToken() : token;
	}

	@Override
	public @Nullable String nextName() {
		return (nextToken() == JsonToken.PROPERTY_NAME) ? currentName() : null;
	}

	@Override
	public boolean nextName(SerializableString name) {
		return name.getValue().equals(nextName());
	}

	/** Not by the next token, because that of the delegate is faster. */
	@Override
	public int nextNameMatch(PropertyNameMatcher matcher) {
		int match = super.nextNameMatch(matcher);
		if (hasToken(JsonToken.PROPERTY_NAME)) {
			requireUnique(currentName());
		}
		else if (hasToken(JsonToken.START_OBJECT)) {
			beginObject();
		}
		else if (hasToken(JsonToken.END_OBJECT)) {
			this.depth--;
		}
		return match;
	}

	@Override
	public JsonParser skipChildren() {
		int open = isStart(currentToken()) ? 1 : 0;
		while (open > 0) {
			JsonToken token = nextToken();
			if (token == null) {
				break;
			}
			if (isStart(token)) {
				open++;
			}
			else if (token.isStructEnd()) {
				open--;
			}
		}
		return this;
	}

	private static boolean isStart(@Nullable JsonToken token) {
		return token != null && token.isStructStart();
	}

	private void beginObject() {
		if (this.depth == this.objects.size()) {
			this.objects.add(new Names());
		}
		this.objects.get(this.depth).clear();
		this.depth++;
	}

	private void requireUnique(String name) {
		if (!this.objects.get(this.depth - 1).add(name)) {
			throw new StreamReadException(this, "Duplicate name in an object");
		}
	}

	/** A set of names that is cleared in constant time. */
	private static final class Names {

		/** A power of two, so that few names have the same slot. */
		private static final int SLOTS = 128;

		/** Maximum number of names in the slots, so that there is always a free one. */
		private static final int MAX_NAMES = 64;

		private final @Nullable String[] slots = new String[SLOTS];

		/** Which object a slot belongs to. */
		private final int[] owners = new int[SLOTS];

		private int owner;

		private int count;

		/** The names that did not fit. */
		private @Nullable Set<String> others;

		void clear() {
			this.owner++;
			this.count = 0;
			this.others = null;
		}

		boolean add(String name) {
			int hash = name.hashCode();
			int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
			while (this.owners[slot] == this.owner) {
				if (Objects.equals(this.slots[slot], name)) {
					return false;
				}
				slot = (slot + 1) & (SLOTS - 1);
			}
			if (this.count == MAX_NAMES) {
				Set<String> set = (this.others != null) ? this.others : new HashSet<>();
				this.others = set;
				return set.add(name);
			}
			this.count++;
			this.owners[slot] = this.owner;
			this.slots[slot] = name;
			return true;
		}

	}

}
