package io.github.connectapi.samples.licensing;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import io.github.connectapi.samples.quickstart.QuickstartApplication;

/**
 * The quickstart with the examples of {@code docs/licensing.md}, and a database.
 */
@Configuration(proxyBeanMethods = false)
@Import({ QuickstartApplication.class, PurchaseTable.class, PictureStore.class, FileController.class })
class LicensingExamples {

	@Bean
	EmbeddedDatabase dataSource() {
		return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).generateUniqueName(true).build();
	}

	@Bean
	JdbcClient jdbcClient(DataSource dataSource) {
		return JdbcClient.create(dataSource);
	}

}
