package io.github.connectapi.samples.agency;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A web application in which each person licenses pictures with a Getty Images account of
 * his own.
 */
@SpringBootApplication
public class AgencyApplication {

	public static void main(String[] args) {
		SpringApplication.run(AgencyApplication.class, args);
	}

}
