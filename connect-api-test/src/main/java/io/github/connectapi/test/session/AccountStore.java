package io.github.connectapi.test.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.OperationErrorException;
import org.jspecify.annotations.Nullable;

/**
 * The system credentials and the user accounts. Thread-safe.
 */
@Internal
public final class AccountStore {

	private final Map<String, Account> accounts = new HashMap<>();

	private final String systemId;

	private final String apiKey;

	private final int maxFailedLogins;

	private String systemPassword;

	private String apiSecret;

	/**
	 * Create a store without user accounts.
	 * @param systemId the system id
	 * @param systemPassword the system password
	 * @param apiKey the API key
	 * @param apiSecret the API secret
	 * @param maxFailedLogins the number of failed logins that lock an account, or 0 for
	 * never
	 */
	public AccountStore(String systemId, String systemPassword, String apiKey, String apiSecret, int maxFailedLogins) {
		this.systemId = systemId;
		this.systemPassword = systemPassword;
		this.apiKey = apiKey;
		this.apiSecret = apiSecret;
		this.maxFailedLogins = maxFailedLogins;
	}

	public synchronized void add(String userName, String password, @Nullable String accountId) {
		this.accounts.put(userName, new Account(password, accountId));
	}

	public synchronized boolean contains(String userName) {
		return this.accounts.containsKey(userName);
	}

	/**
	 * Add an account unless there is one with the same user name.
	 * @param userName the user name
	 * @param password the user password
	 * @param accountId the account id
	 * @return whether the account was added
	 */
	public synchronized boolean addIfAbsent(String userName, String password, String accountId) {
		return this.accounts.putIfAbsent(userName, new Account(password, accountId)) == null;
	}

	public synchronized void changeUserPassword(String userName, String password) {
		account(userName).password = password;
	}

	public synchronized void changeSystemPassword(String password) {
		this.systemPassword = password;
	}

	public synchronized void changeApiSecret(String secret) {
		this.apiSecret = secret;
	}

	/**
	 * Return whether an API key is valid.
	 * @param key the API key
	 * @return whether it is valid
	 */
	public boolean isApiKey(String key) {
		return this.apiKey.equals(key);
	}

	/**
	 * Return whether an API key and its secret are valid.
	 * @param key the API key, or {@code null}
	 * @param secret the API secret, or {@code null}
	 * @return whether they are valid
	 */
	public synchronized boolean isApiKey(@Nullable String key, @Nullable String secret) {
		return this.apiKey.equals(key) && this.apiSecret.equals(secret);
	}

	/**
	 * Return whether a password is that of a user. Counts no failed login.
	 * @param userName the user name
	 * @param password the password
	 * @return whether it is
	 */
	public synchronized boolean isPassword(String userName, String password) {
		Account account = this.accounts.get(userName);
		return account != null && account.password.equals(password);
	}

	public synchronized void unlock(String userName) {
		account(userName).failedLogins = 0;
	}

	public synchronized int logins(String userName) {
		return account(userName).logins;
	}

	synchronized void checkSystem(String id, String password) throws OperationErrorException {
		if (!this.systemId.equals(id) || !this.systemPassword.equals(password)) {
			throw new OperationErrorException("InvalidSystemIdOrPassword", "The system ID or password is invalid.");
		}
	}

	/**
	 * Check a login.
	 * @param userName the user name
	 * @param password the password
	 * @return the account id, or {@code null} if the account has none
	 * @throws OperationErrorException if the login fails
	 */
	public synchronized @Nullable String logIn(String userName, String password) throws OperationErrorException {
		Account account = this.accounts.get(userName);
		if (account == null) {
			throw invalidLogin();
		}
		account.logins++;
		if (this.maxFailedLogins > 0 && account.failedLogins >= this.maxFailedLogins) {
			throw new OperationErrorException("AccountLocked", "The account is locked.");
		}
		if (!account.password.equals(password)) {
			account.failedLogins++;
			throw invalidLogin();
		}
		account.failedLogins = 0;
		return account.accountId;
	}

	/**
	 * Return all passwords in use, so that they can be redacted.
	 * @return the passwords
	 */
	public synchronized Set<String> passwords() {
		return Stream
			.concat(Stream.of(this.systemPassword, this.apiSecret),
					this.accounts.values().stream().map((account) -> account.password))
			.collect(Collectors.toSet());
	}

	private Account account(String userName) {
		Account account = this.accounts.get(userName);
		if (account == null) {
			throw new IllegalArgumentException("There is no account with user name '%s'".formatted(userName));
		}
		return account;
	}

	private static OperationErrorException invalidLogin() {
		return new OperationErrorException("InvalidUsernameOrPassword", "The user name or password is invalid.");
	}

	private static final class Account {

		private final @Nullable String accountId;

		private String password;

		private int logins;

		private int failedLogins;

		private Account(String password, @Nullable String accountId) {
			this.password = password;
			this.accountId = accountId;
		}

	}

}
