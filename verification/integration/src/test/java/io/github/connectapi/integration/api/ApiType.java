package io.github.connectapi.integration.api;

import java.util.SortedSet;

/**
 * A public type and its public and protected members.
 *
 * @param packageName the name of the package
 * @param name the name of the type in its package
 * @param members the members, as they are written in the list
 */
record ApiType(String packageName, String name, SortedSet<String> members) implements Comparable<ApiType> {

	String key() {
		return this.packageName + "." + this.name;
	}

	@Override
	public int compareTo(ApiType other) {
		return key().compareTo(other.key());
	}

}
