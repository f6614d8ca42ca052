package io.github.connectapi.test;

import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the dependencies between the packages of this module.
 */
@AnalyzeClasses(packages = "io.github.connectapi.test", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final String ROOT = "io.github.connectapi.test";

	private static final String[] INTERNAL_PACKAGES = { ROOT + ".server", ROOT + ".operation", ROOT + ".session",
			ROOT + ".oauth2", ROOT + ".rest", ROOT + ".search", ROOT + ".download", ROOT + ".lightbox",
			ROOT + ".account", ROOT + ".data", ROOT + ".partner", ROOT + ".usage", ROOT + ".file", ROOT + ".catalog",
			ROOT + ".catalog.vocabulary", ROOT + ".drawing", ROOT + ".drawing.figure", ROOT + ".drawing.paint",
			ROOT + ".drawing.scene", ROOT + ".drawing.subject" };

	private static final int MAX_TYPES_PER_PACKAGE = 25;

	@ArchTest
	static final ArchRule moduleIsIndependentOfTheOtherModules = noClasses().should()
		.dependOnClassesThat(resideInAPackage("io.github.connectapi..").and(resideOutsideOfPackages(ROOT + "..")));

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("(**)")
		.should()
		.beFreeOfCycles()
		.ignoreDependency(alwaysTrue(), type(Internal.class));

	@ArchTest
	static final ArchRule rootUsesInternalPackages = mayDependOnlyOn(ROOT, INTERNAL_PACKAGES);

	@ArchTest
	static final ArchRule operationUsesServer = mayDependOnlyOn(ROOT + ".operation", ROOT + ".server");

	@ArchTest
	static final ArchRule sessionUsesOperation = mayDependOnlyOn(ROOT + ".session", ROOT + ".operation");

	@ArchTest
	static final ArchRule oauth2UsesSession = mayDependOnlyOn(ROOT + ".oauth2", ROOT + ".session", ROOT + ".operation",
			ROOT + ".server");

	@ArchTest
	static final ArchRule restUsesSessionOAuth2AndPurchases = mayDependOnlyOn(ROOT + ".rest", ROOT + ".session",
			ROOT + ".oauth2", ROOT + ".download", ROOT + ".search", ROOT + ".file", ROOT + ".catalog",
			ROOT + ".operation", ROOT + ".server");

	@ArchTest
	static final ArchRule fileUsesCatalogAndDrawing = mayDependOnlyOn(ROOT + ".file", ROOT + ".catalog",
			ROOT + ".drawing", ROOT + ".server");

	@ArchTest
	static final ArchRule catalogUsesVocabulary = mayDependOnlyOn(ROOT + ".catalog", ROOT + ".catalog.vocabulary");

	@ArchTest
	static final ArchRule vocabularyUsesNoOtherPackage = mayDependOnlyOn(ROOT + ".catalog.vocabulary");

	@ArchTest
	static final ArchRule drawingUsesCatalog = mayDependOnlyOn(ROOT + ".drawing..", ROOT + ".catalog..");

	@ArchTest
	static final ArchRule onlyDrawingUsesDesktop = onlyPackageThatDependsOn(ROOT + ".drawing..", "java.awt..",
			"java.beans..", "javax.imageio..", "javax.swing..");

	@ArchTest
	static final ArchRule entranceOfDrawingUsesNoDesktop = noClasses().that()
		.haveSimpleName("JpegPadding")
		.or()
		.haveSimpleName("Drawing")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("java.awt..", "javax.imageio..");

	@ArchTest
	static final ArchRule serverUsesNoOtherPackage = mayDependOnlyOn(ROOT + ".server");

	@ArchTest
	static final ArchRule timeUsesNoOtherPackage = mayDependOnlyOn(ROOT + ".time");

	@ArchTest
	static final ArchRule assertionsUseRoot = mayDependOnlyOn(ROOT + ".assertj", ROOT);

	@ArchTest
	static final ArchRule commandLineUsesRoot = mayDependOnlyOn(ROOT + ".cli", ROOT);

	@ArchTest
	static final ArchRule jupiterSupportUsesRoot = mayDependOnlyOn(ROOT + ".junit", ROOT);

	@ArchTest
	static final ArchRule springSupportUsesRoot = mayDependOnlyOn(ROOT + ".spring", ROOT);

	@ArchTest
	static final ArchRule onlyServerUsesHttpServerAndTls = onlyPackageThatDependsOn(ROOT + ".server",
			"com.sun.net.httpserver..", "org.bouncycastle..", "javax.net.ssl..");

	@ArchTest
	static final ArchRule onlyAssertionsUseAssertJ = onlyPackageThatDependsOn(ROOT + ".assertj", "org.assertj..");

	@ArchTest
	static final ArchRule onlyJupiterSupportUsesJupiter = onlyPackageThatDependsOn(ROOT + ".junit", "org.junit..");

	@ArchTest
	static final ArchRule onlySpringSupportUsesSpring = onlyPackageThatDependsOn(ROOT + ".spring",
			"org.springframework..");

	@ArchTest
	static final ArchRule publicTypesOfInternalPackagesAreMarked = classes().that()
		.resideInAnyPackage(INTERNAL_PACKAGES)
		.and()
		.arePublic()
		.should()
		.beAnnotatedWith(Internal.class);

	@ArchTest
	static final ArchRule typesOfOtherPackagesAreNotMarked = noClasses().that()
		.resideOutsideOfPackages(INTERNAL_PACKAGES)
		.and()
		.doNotHaveFullyQualifiedName(Internal.class.getName())
		.should()
		.beAnnotatedWith(Internal.class);

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
	static void packagesAreSmall(JavaClasses classes) {
		assertThat(classes.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
			.allSatisfy((name, types) -> assertThat(types).as(name).isLessThanOrEqualTo(MAX_TYPES_PER_PACKAGE));
	}

	@ArchTest
	static void packagesAreNullMarked(JavaClasses classes) {
		assertThat(classes.stream().map(JavaClass::getPackage).distinct())
			.allMatch((javaPackage) -> javaPackage.isAnnotatedWith(NullMarked.class));
	}

	private static ArchRule mayDependOnlyOn(String packageName, String... others) {
		DescribedPredicate<JavaClass> allowed = resideInAnyPackage(others).or(resideInAPackage(packageName))
			.or(type(Internal.class));
		return noClasses().that()
			.resideInAPackage(packageName)
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate.not(allowed)))
			.allowEmptyShould(true);
	}

	private static ArchRule onlyPackageThatDependsOn(String packageName, String... libraries) {
		return noClasses().that()
			.resideOutsideOfPackage(packageName)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(libraries);
	}

}
