package io.github.connectapi.test.account;

import java.util.List;
import java.util.Locale;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.data.Country;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import io.github.connectapi.test.session.AccountStore;

/**
 * CreateCustomer. The new customer can log in.
 */
@Internal
public final class CustomerOperations {

	/** Bounds the memory of a server that runs for days. */
	private static final int MAX_CUSTOMERS = 1000;

	private static final int MAX_LENGTH = 200;

	/** The documentation says "longer than 3 characters". */
	private static final int MIN_PASSWORD_LENGTH = 4;

	private static final int FIRST_ACCOUNT_ID = 3_000_001;

	private final AccountStore accounts;

	private int customers;

	/**
	 * Create the operation.
	 * @param accounts the accounts that can log in
	 */
	public CustomerOperations(AccountStore accounts) {
		this.accounts = accounts;
	}

	public List<Operation> all() {
		return List.of(Operation.of("account", "CreateCustomer", Access.ANY_OVER_HTTPS, this::createCustomer)
			.withResultKey(null));
	}

	private OperationResult createCustomer(OperationRequest request) throws OperationErrorException {
		RequestArguments arguments = request.arguments();
		String userName = required(arguments, "UserName");
		String password = required(arguments, "Password");
		checkPersonalData(arguments);
		checkPassword(userName, password);
		add(userName, password);
		return OperationResult.empty();
	}

	/** The fake checks the data of the person and does not keep it. */
	private static void checkPersonalData(RequestArguments arguments) throws OperationErrorException {
		if (!required(arguments, "EmailAddress").contains("@")) {
			throw OperationErrorException.invalidRequest("EmailAddress must be an email address.");
		}
		required(arguments, "FirstName");
		required(arguments, "LastName");
		arguments.text("MiddleName");
		arguments.text("PhoneNumber");
		arguments.flag("MarketingEmailOptIn");
		if (!Country.exists(required(arguments, "BillingCountryChar3Iso").strip().toUpperCase(Locale.ROOT))) {
			throw OperationErrorException
				.invalidRequest("BillingCountryChar3Iso must be a code that GetCountries returns.");
		}
	}

	private static String required(RequestArguments arguments, String name) throws OperationErrorException {
		String text = arguments.requiredText(name);
		if (text.length() > MAX_LENGTH) {
			throw OperationErrorException
				.invalidRequest("%s must have at most %s characters.".formatted(name, MAX_LENGTH));
		}
		return text;
	}

	private static void checkPassword(String userName, String password) throws OperationErrorException {
		if (password.length() < MIN_PASSWORD_LENGTH) {
			throw new OperationErrorException("PasswordTooShort",
					"Password must have at least %s characters.".formatted(MIN_PASSWORD_LENGTH));
		}
		if (password.equals(userName)) {
			throw new OperationErrorException("UsernameEqualsPassword", "Password must differ from UserName.");
		}
	}

	private synchronized void add(String userName, String password) throws OperationErrorException {
		if (this.customers == MAX_CUSTOMERS) {
			throw new OperationErrorException("FailedToCreateCustomer",
					"The server has %s customers already.".formatted(MAX_CUSTOMERS));
		}
		if (!this.accounts.addIfAbsent(userName, password, String.valueOf(FIRST_ACCOUNT_ID + this.customers))) {
			throw new OperationErrorException("DuplicateUsername", "The user name is already in use.");
		}
		this.customers++;
	}

}
