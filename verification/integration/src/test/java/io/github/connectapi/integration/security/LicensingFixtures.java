package io.github.connectapi.integration.security;

import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.connectapi.Secret;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.DownloadEvent;
import io.github.connectapi.license.DownloadEventListener;
import io.github.connectapi.license.DownloadListener;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.license.LicenseBuilder;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.purchase.PlannedPurchase;
import io.github.connectapi.purchase.PurchaseEvent;
import io.github.connectapi.purchase.PurchaseEvidence;
import io.github.connectapi.purchase.PurchaseGuard;
import io.github.connectapi.purchase.PurchaseListener;
import io.github.connectapi.purchase.PurchaseOutcome;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;

/**
 * Instances of the types for licenses, whose addresses contain the canary.
 */
final class LicensingFixtures {

	private final List<Object> instances = new ArrayList<>();

	private LicensingFixtures() {
	}

	static List<Object> instances(FakeConnectServer server, ConnectClient client, ConnectApi connect) {
		LicensingFixtures fixtures = new LicensingFixtures();
		try (FileDownloads downloads = FileDownloads.builder(client).build()) {
			fixtures.addDownloads(client, downloads);
			fixtures.addPurchases(server, connect, downloads);
		}
		return fixtures.instances;
	}

	private void addDownloads(ConnectClient client, FileDownloads downloads) {
		LicenseBuilder builder = License.builder("1", "id", Instant.EPOCH,
				Secret.of("unknown://host/" + Fixtures.CANARY));
		License license = builder.build();
		DownloadListener listener = (progress) -> {
		};
		DownloadEventListener eventListener = (event) -> {
		};
		add(eventListener,
				new DownloadEvent("1", "id", false, 1, 0, Duration.ZERO, ConnectDownloadException.Reason.TIMEOUT));
		add(builder, license, listener, DownloadOptions.defaults().withListener(listener), downloads,
				FileDownloads.builder(client));
		try {
			downloads.download(license, OutputStream.nullOutputStream());
		}
		catch (ConnectDownloadException ex) {
			add(ex, ex.reason());
		}
	}

	private void addPurchases(FakeConnectServer server, ConnectApi connect, FileDownloads downloads) {
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((each) -> each.rights().authorizationConstraints().isEmpty()
					&& each.rights().offerings().size() == 1)
			.findFirst()
			.orElseThrow();
		LicenseRequest request = LicenseRequest.of(image.id(), image.sizes().get(0).key());
		PurchaseGuard guard = (purchase) -> add(purchase);
		PurchaseListener listener = (event) -> add(event, event.option());
		ImageLicensing licensing = ImageLicensing.builder(connect, downloads).guard(guard).listener(listener).build();
		add(request, guard, listener, licensing, ImageLicensing.builder(connect, downloads), PurchaseOutcome.UNCLEAR);
		server.enqueue("CreateDownloadRequest", Fault.drop());
		try {
			licensing.license(request);
		}
		catch (ConnectPurchaseException ex) {
			add(ex, ex.reason(), ex.evidence().orElseThrow());
		}
		License license = licensing.license(request);
		add(license.toString());
		downloads.download(license, OutputStream.nullOutputStream(),
				DownloadOptions.defaults().withListener((progress) -> add(progress)));
		LicenseOption option = new LicenseOption("1", "EasyAccess", null, false, 1);
		add(new PlannedPurchase(request, option, "id"),
				new PurchaseEvent("1", option, "id", PurchaseOutcome.BOUGHT, null),
				new PurchaseEvidence(Instant.EPOCH, option, null, null));
	}

	private void add(Object... more) {
		this.instances.addAll(List.of(more));
	}

}
