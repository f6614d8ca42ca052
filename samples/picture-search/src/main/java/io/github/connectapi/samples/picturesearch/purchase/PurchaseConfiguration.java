package io.github.connectapi.samples.picturesearch.purchase;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Configures the threads of purchases. There are few, so that the requests of the
 * application for pages are not delayed.
 */
@Configuration(proxyBeanMethods = false)
class PurchaseConfiguration {

	@Bean
	ThreadPoolTaskExecutor purchaseExecutor() {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setThreadNamePrefix("purchase-");
		executor.setCorePoolSize(4);
		executor.setMaxPoolSize(4);
		executor.setQueueCapacity(50);
		executor.setAllowCoreThreadTimeOut(true);
		// An interrupt would make the outcome of a purchase unclear.
		executor.setWaitForTasksToCompleteOnShutdown(true);
		executor.setAwaitTerminationSeconds(30);
		return executor;
	}

}
