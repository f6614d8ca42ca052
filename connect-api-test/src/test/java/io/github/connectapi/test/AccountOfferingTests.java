package io.github.connectapi.test;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccountOfferingTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final Accounts accounts = this.server.accounts();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenAccountDoesNotExistThenChangeIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.setOffering("nobody", "EasyAccess", 1))
			.withMessage("There is no account with user name 'nobody'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.removeOffering("nobody", "EasyAccess"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.removeOfferings("nobody"));
	}

	@Test
	void whenTypeDoesNotExistThenExceptionListsTypes() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.setOffering("fake-user", "Any", 1))
			.withMessage("Unknown product offering 'Any', must be one of [EasyAccess, EditorialSubscription, "
					+ "PremiumAccess, RoyaltyFreeSubscription, ImagePack]");
		assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.removeOffering("fake-user", "Any"));
	}

	@Test
	void whenNumberIsNegativeThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.accounts.setOffering("fake-user", "ImagePack", -1))
			.withMessage("The remaining downloads must not be negative: -1");
	}

}
