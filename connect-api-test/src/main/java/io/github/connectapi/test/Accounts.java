package io.github.connectapi.test;

import io.github.connectapi.test.session.AccountStore;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that can log in to a {@link FakeConnectServer}. Thread-safe.
 */
public final class Accounts {

	private final AccountStore store;

	Accounts(AccountStore store) {
		this.store = store;
	}

	/**
	 * Add an account, or replace the account with the same user name.
	 * @param userName the user name
	 * @param password the user password
	 * @param accountId the account id, or {@code null} for responses without one
	 */
	public void add(String userName, String password, @Nullable String accountId) {
		this.store.add(userName, password, accountId);
	}

	/**
	 * Change a user password. Existing sessions remain valid.
	 * @param userName the user name of the account
	 * @param password the new password
	 * @throws IllegalArgumentException if there is no such account
	 */
	public void changeUserPassword(String userName, String password) {
		this.store.changeUserPassword(userName, password);
	}

	/**
	 * Change the system password. Existing sessions remain valid.
	 * @param password the new password
	 */
	public void changeSystemPassword(String password) {
		this.store.changeSystemPassword(password);
	}

	/**
	 * Unlock an account that failed logins have locked.
	 * @param userName the user name of the account
	 * @throws IllegalArgumentException if there is no such account
	 */
	public void unlock(String userName) {
		this.store.unlock(userName);
	}

}
