package io.github.connectapi.samples.licensing;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.PlannedPurchase;
import io.github.connectapi.purchase.PurchaseGuard;
import io.github.connectapi.purchase.PurchaseOutcome;

@Component
class PurchaseTable implements PurchaseGuard {

	private final JdbcClient jdbc;

	PurchaseTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void beforePurchase(PlannedPurchase purchase) {
		if (!purchase.option().isFree()) {
			this.jdbc.sql("insert into purchase (asset_id, size_key, coordination_id) values (?, ?, ?)")
				.params(purchase.request().assetId(), purchase.option().size(), purchase.coordinationId())
				.update();
		}
	}

	void save(License license) {
		this.jdbc.sql("update purchase set license = ? where asset_id = ? and size_key = ?")
			.params(license.toText(), license.assetId(), license.sizeKey().orElse(null))
			.update();
	}

	void removeIfNotBought(ConnectPurchaseException ex) {
		if (ex.outcome() == PurchaseOutcome.NOT_BOUGHT) {
			this.jdbc.sql("delete from purchase where coordination_id = ?")
				.param(ex.coordinationId().orElse(null))
				.update();
		}
	}

	Optional<License> license(String assetId, String sizeKey) {
		return this.jdbc.sql("select license from purchase where asset_id = ? and size_key = ? and license is not null")
			.params(assetId, sizeKey)
			.query(String.class)
			.optional()
			.map(License::fromText);
	}

}
