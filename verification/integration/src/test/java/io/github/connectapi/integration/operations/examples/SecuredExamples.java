package io.github.connectapi.integration.operations.examples;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application with the documented security of the endpoint.
 */
@Configuration(proxyBeanMethods = false)
@Import(EndpointSecurity.class)
public class SecuredExamples {

}
