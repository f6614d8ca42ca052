package io.github.connectapi.samples.rest;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

import io.github.connectapi.rest.ConnectRestAccess;

/**
 * The examples in {@code docs/rest-v3.md}.
 */
class RestExamples {

	static @Nullable String image(ConnectRestAccess access) {
		RestClient rest = RestClient.builder().apply(access).build();
		String image = rest.get().uri("/v3/images/{id}", "1").retrieve().body(String.class);
		return image;
	}

	@Bean
	RestClientHttpServiceGroupConfigurer gettyGroup(ConnectRestAccess access) {
		return (groups) -> groups.filterByName("getty").forEachClient((group, builder) -> builder.apply(access));
	}

}
