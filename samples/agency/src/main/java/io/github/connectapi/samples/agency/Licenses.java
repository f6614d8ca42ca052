package io.github.connectapi.samples.agency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.purchase.PlannedPurchase;
import io.github.connectapi.purchase.PurchaseOutcome;

/**
 * The purchases and licenses of each person, in a database. A license contains the
 * address of its file, so it is encrypted.
 */
@Component
class Licenses {

	private final JdbcClient jdbc;

	private final BytesEncryptor encryptor;

	Licenses(JdbcClient jdbc, BytesEncryptor encryptor) {
		this.jdbc = jdbc;
		this.encryptor = encryptor;
	}

	/**
	 * Record a purchase right before it is made. The primary key prevents a second one,
	 * for instance by a double click.
	 */
	void beforePurchase(String personId, PlannedPurchase purchase) {
		String assetId = purchase.request().assetId();
		String size = purchase.request().size().orElseThrow();
		if (purchase.option().isFree()) {
			// A purchase whose outcome was unclear, and which costs nothing now.
			this.jdbc
				.sql("delete from license where person_id = ? and asset_id = ? and size_key = ? and content is null")
				.params(personId, assetId, size)
				.update();
		}
		this.jdbc.sql("insert into license (person_id, asset_id, size_key, coordination_id) values (?, ?, ?, ?)")
			.params(personId, assetId, size, purchase.coordinationId())
			.update();
	}

	void save(String personId, LicenseRequest request, License license) {
		this.jdbc.sql("update license set content = ? where person_id = ? and asset_id = ? and size_key = ?")
			.params(this.encryptor.encrypt(license.toText().getBytes(StandardCharsets.UTF_8)), personId,
					request.assetId(), request.size().orElseThrow())
			.update();
	}

	/** Remove the record of a purchase, and not that of an earlier one. */
	void removeIfNotBought(ConnectPurchaseException ex) {
		if (ex.outcome() == PurchaseOutcome.NOT_BOUGHT) {
			ex.coordinationId()
				.ifPresent((id) -> this.jdbc.sql("delete from license where coordination_id = ?").param(id).update());
		}
	}

	List<Entry> entries(String personId) {
		return this.jdbc.sql(
				"select asset_id, size_key, coordination_id, content from license where person_id = ? order by asset_id")
			.param(personId)
			.query((row, number) -> new Entry(row.getString("asset_id"), row.getString("size_key"),
					row.getString("coordination_id"), row.getBytes("content") != null))
			.list();
	}

	Optional<License> find(String personId, String assetId, String sizeKey) {
		return this.jdbc.sql(
				"select content from license where person_id = ? and asset_id = ? and size_key = ? and content is not null")
			.params(personId, assetId, sizeKey)
			.query((row, number) -> License.fromText(decrypt(row.getBytes("content"))))
			.optional();
	}

	private String decrypt(byte[] content) {
		return new String(this.encryptor.decrypt(content), StandardCharsets.UTF_8);
	}

	/**
	 * A purchase of a person.
	 *
	 * @param assetId the id of the picture
	 * @param sizeKey the key of its size
	 * @param coordinationId the id by which Getty Images can find the purchase
	 * @param licensed whether there is a license; if not, the outcome is unclear
	 */
	record Entry(String assetId, String sizeKey, String coordinationId, boolean licensed) {

	}

}
