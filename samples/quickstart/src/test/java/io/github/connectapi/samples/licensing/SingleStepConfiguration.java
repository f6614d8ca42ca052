package io.github.connectapi.samples.licensing;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * The example of a purchase in a single step in {@code docs/licensing.md}.
 */
@Configuration(proxyBeanMethods = false)
class SingleStepConfiguration {

	@Bean(destroyMethod = "close", defaultCandidate = false)
	ConnectRestAccess singleStepAccess(ConnectClient client, ConnectSessionManager sessions,
			@Value("${getty.connect.api-key}") String apiKey) {
		return ConnectRestAccess.builder(client, sessions, apiKey).baseUrl(client.baseUrl()).build();
	}

	@Bean
	ImageLicensing licensing(ConnectApi connect, FileDownloads downloads,
			@Qualifier("singleStepAccess") ConnectRestAccess access) {
		return ImageLicensing.builder(connect, downloads).singleStep(access).build();
	}

}
