package io.github.connectapi.test.readme;

import org.springframework.boot.SpringBootConfiguration;

@SpringBootConfiguration(proxyBeanMethods = false)
class OrderApplication {

}
