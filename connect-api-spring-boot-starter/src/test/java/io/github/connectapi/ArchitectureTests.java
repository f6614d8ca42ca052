package io.github.connectapi;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Proxyable;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the dependencies between packages, and for conventions.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT,
		importOptions = { ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludePackageInfos.class })
class ArchitectureTests {

	static final String ROOT = "io.github.connectapi.autoconfigure";

	@ArchTest
	static final ArchRule noCycles = slices().matching("io.github.connectapi.(**)").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule diagnosticsDependOnNoOtherPackage = packageMayDependOn("diagnostics");

	@ArchTest
	static final ArchRule propertiesDependOnDiagnostics = packageMayDependOn("properties", "diagnostics");

	@ArchTest
	static final ArchRule rootDependsOnPropertiesAndDiagnostics = packageMayDependOn("", "properties", "diagnostics");

	@ArchTest
	static final ArchRule startupDependsOnRootPropertiesAndDiagnostics = packageMayDependOn("startup", "", "properties",
			"diagnostics");

	@ArchTest
	static final ArchRule userDependsOnRootPropertiesAndDiagnostics = packageMayDependOn("user", "", "properties",
			"diagnostics");

	@ArchTest
	static final ArchRule healthDependsOnRootAndUser = packageMayDependOn("health", "", "user");

	@ArchTest
	static final ArchRule endpointDependsOnRootAndUser = packageMayDependOn("endpoint", "", "user");

	@ArchTest
	static final ArchRule observationDependsOnRootAndUser = packageMayDependOn("observation", "", "user");

	@ArchTest
	static final ArchRule healthAndEndpointDependOnTheSessionOnly = noClasses().that()
		.resideInAnyPackage(ROOT + ".health", ROOT + ".endpoint")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("io.github.connectapi.client..", "io.github.connectapi.retry..",
				"io.github.connectapi.call..", "io.github.connectapi.transport..");

	@ArchTest
	static final ArchRule noWebServerIsRequired = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("jakarta..", "reactor..", "org.springframework.web.servlet..",
				"org.springframework.web.reactive..", "org.springframework.boot.web..");

	@ArchTest
	static final ArchRule actuatorAndMicrometerAreOptional = noClasses().that()
		.resideInAnyPackage(ROOT, ROOT + ".diagnostics", ROOT + ".properties", ROOT + ".startup", ROOT + ".user")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework.boot.health..", "org.springframework.boot.actuate..",
				"io.micrometer.core..");

	@ArchTest
	static final ArchRule logsSuppressErrors = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.commons.logging..");

	@ArchTest
	static final ArchRule instanceofIsNotUsedForTypesOfThisModule = noClasses().that()
		.resideInAPackage(ROOT + "..")
		.should(new ArchCondition<>("use instanceof for a type of this module") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getInstanceofChecks()
					.stream()
					.filter((check) -> check.getRawType().getPackageName().startsWith(ROOT))
					.forEach((check) -> events.add(SimpleConditionEvent.satisfied(check, String.valueOf(check))));
			}
		});

	@ArchTest
	static final ArchRule interfaceBeansCanBeAdvised = methods().that()
		.areAnnotatedWith(Bean.class)
		.and(describe("return an interface", (method) -> method.getRawReturnType().isInterface()))
		.should()
		.beAnnotatedWith(Proxyable.class);

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
		JavaClasses all = new ClassFileImporter().importPackages(ROOT);
		assertThat(found.stream().map(JavaClass::getPackageName).distinct())
			.allMatch((name) -> all.getPackage(name).isAnnotatedWith(NullMarked.class));
	}

	/** The root package is named by an empty string. */
	private static ArchRule packageMayDependOn(String name, String... others) {
		Set<String> allowed = Stream.concat(Stream.of(name), Stream.of(others))
			.map(ArchitectureTests::packageName)
			.collect(Collectors.toSet());
		return noClasses().that()
			.resideInAPackage(packageName(name))
			.should()
			.dependOnClassesThat(describe("reside in another package of " + ROOT,
					(type) -> type.getPackageName().startsWith(ROOT) && !allowed.contains(type.getPackageName())));
	}

	private static String packageName(String name) {
		return name.isEmpty() ? ROOT : ROOT + "." + name;
	}

}
