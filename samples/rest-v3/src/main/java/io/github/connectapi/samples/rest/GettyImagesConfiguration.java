package io.github.connectapi.samples.rest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import io.github.connectapi.rest.ConnectRestAccess;

/**
 * Configures the interface for REST API v3.
 */
@Configuration(proxyBeanMethods = false)
class GettyImagesConfiguration {

	/** Only this client sends the API key and the token, to the host of the API alone. */
	@Bean
	GettyImagesApi gettyImagesApi(RestClient.Builder builder, ConnectRestAccess access) {
		RestClient client = builder.apply(access).build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
			.build()
			.createClient(GettyImagesApi.class);
	}

	/** Sends neither: an address of a file needs no token, and is on another host. */
	@Bean
	PictureFiles pictureFiles(RestClient.Builder builder) {
		return new PictureFiles(builder.build());
	}

}
