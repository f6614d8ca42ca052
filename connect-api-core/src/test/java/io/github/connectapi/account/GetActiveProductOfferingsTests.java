package io.github.connectapi.account;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Typed form of GetActiveProductOfferings, compared with its page.
 */
class GetActiveProductOfferingsTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_ACTIVE_PRODUCT_OFFERINGS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetActiveProductOfferingsResult.class, """
				Collection ActiveProductOfferings
				""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(null, """
				{"ActiveProductOfferings":["EasyAccess","PremiumAccess"]}""", GetActiveProductOfferingsResult.class);
	}

	@Test
	void whenThereAreActiveProductOfferingsThenTheirTypesAreReturned() {
		this.operation.respond("""
				{"ActiveProductOfferings":["EasyAccess"]}""");
		assertThat(new ProductOfferings(this.operation.connect).activeTypes()).containsExactly("EasyAccess");
	}

}
