package io.github.connectapi.test;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who may log in to a {@link FakeConnectServer}. Thread-safe.
 */
public final class Accounts {

	private final Map<String, Account> users = new HashMap<>();

	private final String systemId;

	private final int lockAccountAfter;

	private String systemPassword;

	Accounts(String systemId, String systemPassword, int lockAccountAfter) {
		this.systemId = systemId;
		this.systemPassword = systemPassword;
		this.lockAccountAfter = lockAccountAfter;
	}

	/**
	 * Adds an account, or replaces the one of that user name.
	 * @param userName the user name
	 * @param password the user password
	 * @param accountId the account id, or {@code null} to answer none
	 */
	public synchronized void add(String userName, String password, @Nullable String accountId) {
		this.users.put(userName, new Account(password, accountId));
	}

	/**
	 * Changes a user password. Sessions that exist stay valid.
	 * @param userName the user name of an account
	 * @param password the new password
	 * @throws IllegalArgumentException when there is no such account
	 */
	public synchronized void changeUserPassword(String userName, String password) {
		known(userName).password = password;
	}

	/**
	 * Changes the system password. Sessions that exist stay valid.
	 * @param password the new password
	 */
	public synchronized void changeSystemPassword(String password) {
		this.systemPassword = password;
	}

	/**
	 * Unlocks an account that wrong logins have locked.
	 * @param userName the user name of an account
	 * @throws IllegalArgumentException when there is no such account
	 */
	public synchronized void unlock(String userName) {
		known(userName).failedLogins = 0;
	}

	synchronized void checkSystem(String id, String password) throws OperationErrorException {
		if (!this.systemId.equals(id) || !this.systemPassword.equals(password)) {
			throw new OperationErrorException("InvalidSystemIdOrPassword", "The system ID or password is invalid.");
		}
	}

	/** Answers the account's id, if it has one. */
	synchronized @Nullable String logIn(String userName, String password) throws OperationErrorException {
		Account account = this.users.get(userName);
		if (account == null) {
			throw wrong();
		}
		if (this.lockAccountAfter > 0 && account.failedLogins >= this.lockAccountAfter) {
			throw new OperationErrorException("AccountLocked", "The account is locked.");
		}
		if (!account.password.equals(password)) {
			account.failedLogins++;
			throw wrong();
		}
		account.failedLogins = 0;
		return account.accountId;
	}

	/** The passwords in use: what must never be shown. */
	synchronized Set<String> passwords() {
		return Stream
			.concat(Stream.of(this.systemPassword), this.users.values().stream().map((account) -> account.password))
			.collect(Collectors.toSet());
	}

	private Account known(String userName) {
		Account account = this.users.get(userName);
		if (account == null) {
			throw new IllegalArgumentException("No account has the user name '" + userName + "'");
		}
		return account;
	}

	private static OperationErrorException wrong() {
		return new OperationErrorException("InvalidUsernameOrPassword", "The user name or password is invalid.");
	}

	private static final class Account {

		private final @Nullable String accountId;

		private String password;

		private int failedLogins;

		private Account(String password, @Nullable String accountId) {
			this.password = password;
			this.accountId = accountId;
		}

	}

}
