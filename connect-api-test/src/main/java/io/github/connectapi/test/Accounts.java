package io.github.connectapi.test;

import io.github.connectapi.test.download.ProductOfferings;
import io.github.connectapi.test.session.AccountStore;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that can log in to a {@link FakeConnectServer}. An account starts with
 * these product offerings and remaining downloads: {@code EasyAccess} 500,
 * {@code EditorialSubscription} 250, {@code PremiumAccess} 100,
 * {@code RoyaltyFreeSubscription} 50 and {@code ImagePack} 25. All but the last start
 * again every 30 days. Thread-safe.
 */
public final class Accounts {

	private final AccountStore store;

	private final ProductOfferings offerings;

	Accounts(AccountStore store, ProductOfferings offerings) {
		this.store = store;
		this.offerings = offerings;
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
	 * Change the API secret of OAuth 2. Existing tokens remain valid.
	 * @param secret the new secret
	 */
	public void changeApiSecret(String secret) {
		this.store.changeApiSecret(secret);
	}

	/**
	 * Unlock an account that failed logins have locked.
	 * @param userName the user name of the account
	 * @throws IllegalArgumentException if there is no such account
	 */
	public void unlock(String userName) {
		this.store.unlock(userName);
	}

	/**
	 * Add a product offering to an account, or replace the one of the same type. Download
	 * tokens for the type remain valid.
	 * @param userName the user name of the account
	 * @param type the documented name of the type, such as {@code "ImagePack"}
	 * @param downloadsRemaining the number of remaining downloads, 0 for a quota that is
	 * used up
	 * @throws IllegalArgumentException if there is no such account or type, or if the
	 * number is negative
	 */
	public void setOffering(String userName, String type, int downloadsRemaining) {
		checkAccount(userName);
		this.offerings.set(userName, type, downloadsRemaining);
	}

	/**
	 * Remove a product offering from an account.
	 * @param userName the user name of the account
	 * @param type the documented name of the type, such as {@code "ImagePack"}
	 * @throws IllegalArgumentException if there is no such account or type
	 */
	public void removeOffering(String userName, String type) {
		checkAccount(userName);
		this.offerings.remove(userName, type);
	}

	/**
	 * Remove all product offerings from an account, so that it has no agreement.
	 * @param userName the user name of the account
	 * @throws IllegalArgumentException if there is no such account
	 */
	public void removeOfferings(String userName) {
		checkAccount(userName);
		this.offerings.removeAll(userName);
	}

	/**
	 * Return how often the user name was used to log in since the account was added.
	 * Renewals do not count.
	 * @param userName the user name of the account
	 * @return the number of logins, including those that were rejected because of the
	 * password or because the account was locked
	 * @throws IllegalArgumentException if there is no such account
	 */
	public int logins(String userName) {
		return this.store.logins(userName);
	}

	/**
	 * Return the number of downloads of an account that were counted against its quota.
	 * @param userName the user name of the account
	 * @return the number
	 * @throws IllegalArgumentException if there is no such account
	 */
	public int downloadsUsed(String userName) {
		checkAccount(userName);
		return this.offerings.downloadsUsed(userName);
	}

	private void checkAccount(String userName) {
		if (!this.store.contains(userName)) {
			throw new IllegalArgumentException("There is no account with user name '%s'".formatted(userName));
		}
	}

}
