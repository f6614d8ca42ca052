package io.github.connectapi.samples.picturesearch;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.search.ImageSearch;

/**
 * A web application that searches for pictures and licenses them.
 */
@SpringBootApplication
public class PictureSearchApplication {

	public static void main(String[] args) {
		SpringApplication.run(PictureSearchApplication.class, args);
	}

	@Bean
	ImageSearch imageSearch(ConnectApi connect) {
		return new ImageSearch(connect);
	}

}
