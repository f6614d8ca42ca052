package io.github.connectapi;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may use whom, and how it is written.
 */
@AnalyzeClasses(
		packages = { "io.github.connectapi.actuate", "io.github.connectapi.autoconfigure",
				"io.github.connectapi.health" },
		importOptions = { ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludePackageInfos.class })
class ArchitectureTests {

	@ArchTest
	static final ArchRule noCycles = slices().matching("io.github.connectapi.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule healthAndEndpointKnowTheSessionOnly = noClasses().that()
		.resideInAnyPackage("io.github.connectapi.actuate", "io.github.connectapi.health")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.github.connectapi.autoconfigure..", "io.github.connectapi.client",
				"io.github.connectapi.retry");

	@ArchTest
	static final ArchRule noWebServerIsNeeded = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta..", "reactor..", "org.springframework.web.servlet..",
				"org.springframework.web.reactive..", "org.springframework.boot.web..");

	@ArchTest
	static final ArchRule actuatorIsUsedWhereItMayBeAbsent = noClasses().that()
		.resideInAPackage("io.github.connectapi.autoconfigure")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot.health..", "org.springframework.boot.actuate..",
				"io.micrometer.core..");

	@ArchTest
	static final ArchRule beansArePackagePrivate = methods().that()
		.areAnnotatedWith(Bean.class)
		.should()
		.bePackagePrivate();

	@ArchTest
	static final ArchRule autoConfigurationsArePublicAndFinal = classes().that()
		.areAnnotatedWith(AutoConfiguration.class)
		.should()
		.bePublic()
		.andShould()
		.haveModifier(JavaModifier.FINAL);

	@ArchTest
	static final ArchRule classesAreFinal = classes().that()
		.areNotInterfaces()
		.and()
		.areNotEnums()
		.and()
		.areNotAnonymousClasses()
		.should()
		.haveModifier(JavaModifier.FINAL);

	@ArchTest
	static void everyPackageIsNullMarked(JavaClasses found) {
		JavaClasses all = new ClassFileImporter().importPackages("io.github.connectapi.actuate",
				"io.github.connectapi.autoconfigure", "io.github.connectapi.health");
		assertThat(found.stream().map(JavaClass::getPackageName).distinct())
			.allMatch((name) -> all.getPackage(name).isAnnotatedWith(NullMarked.class));
	}

}
