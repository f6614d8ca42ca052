package io.github.connectapi;

import java.io.PrintStream;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the design and what may be in them. A new package has to be named here.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = { ImportOption.DoNotIncludeTests.class,
		ImportOption.DoNotIncludeJars.class, ArchitectureTests.DoNotIncludeTestKit.class })
class ArchitectureTests {

	static final String ROOT = "io.github.connectapi";

	private static final String SPRING_RETRY = "org.springframework.retry";

	/** Each owner with its methods that look at a clock or sleep. */
	private static final Map<Class<?>, Set<String>> TIME = Map.of(System.class, Set.of("currentTimeMillis", "nanoTime"),
			Clock.class, Set.of("system", "systemUTC", "systemDefaultZone"), InstantSource.class, Set.of("system"),
			Instant.class, Set.of("now"), Thread.class, Set.of("sleep"), TimeUnit.class, Set.of("sleep"),
			LockSupport.class, Set.of("parkNanos", "parkUntil"));

	@ArchTest
	static final ArchRule arrowsGoOneWay = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.layer("root")
		.definedBy(ROOT)
		.layer("observation")
		.definedBy(ROOT + ".observation")
		.layer("client")
		.definedBy(ROOT + ".client")
		.layer("retry")
		.definedBy(ROOT + ".retry")
		.layer("session")
		.definedBy(ROOT + ".session")
		.layer("metrics")
		.definedBy(ROOT + ".metrics")
		.layer("call")
		.definedBy(ROOT + ".call")
		.layer("typed")
		.definedBy(ROOT + ".search", ROOT + ".download")
		.whereLayer("root")
		.mayNotAccessAnyLayer()
		.whereLayer("observation")
		.mayOnlyAccessLayers("root")
		.whereLayer("client")
		.mayOnlyAccessLayers("root", "observation")
		.whereLayer("retry")
		.mayOnlyAccessLayers("root")
		.whereLayer("session")
		.mayOnlyAccessLayers("root", "observation", "client", "retry")
		.whereLayer("metrics")
		.mayOnlyAccessLayers("root", "observation", "session")
		.whereLayer("call")
		.mayOnlyAccessLayers("root", "observation", "client", "retry", "session")
		.whereLayer("typed")
		.mayOnlyAccessLayers("root", "client", "call")
		.ensureAllClassesAreContainedInArchitecture();

	@ArchTest
	static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule jsonOnlyInTheCodecs = noClasses().that()
		.haveNameNotMatching(".*\\.client\\.(EnvelopeCodec|OperationCodec|OperationMapper|ResponseReader|ConnectDate)")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

	@ArchTest
	static final ArchRule springRetryOnlyInRetry = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".retry")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(SPRING_RETRY + "..");

	@ArchTest
	static final ArchRule noSpringRetryInAPublicSignature = members().that()
		.areDeclaredInClassesThat()
		.arePublic()
		.and()
		.areNotPrivate()
		.should(notShow(SPRING_RETRY));

	@ArchTest
	static final ArchRule httpOnlyInTheTransport = noClasses().that()
		.haveSimpleNameNotStartingWith("Transport")
		.and()
		.haveSimpleNameNotStartingWith("LimitingBodySubscriber")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("java.net.http..");

	@ArchTest
	static final ArchRule timeOnlyFromOutside = noClasses().that()
		.haveSimpleNameNotEndingWith("Builder")
		.and()
		.doNotHaveFullyQualifiedName(ROOT + ".retry.Sleeper")
		.should()
		.accessTargetWhere(looksAtTheClockOrSleeps());

	@ArchTest
	static final ArchRule publicTypesAreClosed = classes().that().arePublic().should(beClosed());

	@ArchTest
	static final ArchRule noJavaLogging = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("java.util.logging..");

	@ArchTest
	static final ArchRule noStandardStreams = noClasses().should()
		.accessField(System.class, "out")
		.orShould()
		.accessField(System.class, "err")
		.orShould()
		.callMethod(Throwable.class, "printStackTrace")
		.orShould()
		.dependOnClassesThat()
		.areAssignableTo(PrintStream.class);

	@ArchTest
	static void everyPackageIsNullMarked(JavaClasses classes) {
		Set<JavaPackage> packages = classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
		assertThat(packages).hasSizeGreaterThanOrEqualTo(3)
			.allSatisfy((each) -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
	}

	private static DescribedPredicate<JavaAccess<?>> looksAtTheClockOrSleeps() {
		return DescribedPredicate.describe("looks at a clock or sleeps",
				(access) -> TIME.entrySet()
					.stream()
					.anyMatch((owner) -> access.getTargetOwner().isEquivalentTo(owner.getKey())
							&& owner.getValue().contains(access.getTarget().getName())));
	}

	private static ArchCondition<JavaClass> beClosed() {
		return new ArchCondition<>("be final, sealed, a record, an enum or an interface") {
			@Override
			public void check(JavaClass item, ConditionEvents events) {
				Class<?> type = item.reflect();
				boolean closed = type.isInterface() || type.isSealed() || type.isEnum()
						|| Modifier.isFinal(type.getModifiers());
				events.add(new SimpleConditionEvent(item, closed, item.getName() + " is open"));
			}
		};
	}

	private static ArchCondition<JavaMember> notShow(String packageName) {
		return new ArchCondition<>("not show types of " + packageName) {
			@Override
			public void check(JavaMember item, ConditionEvents events) {
				boolean shown = item.getAllInvolvedRawTypes()
					.stream()
					.anyMatch((type) -> type.getPackageName().startsWith(packageName))
						|| thrown(item).anyMatch((type) -> type.getPackageName().startsWith(packageName));
				events.add(new SimpleConditionEvent(item, !shown, item.getFullName() + " shows " + packageName));
			}
		};
	}

	private static Stream<JavaClass> thrown(JavaMember member) {
		return (member instanceof JavaCodeUnit unit) ? unit.getExceptionTypes().stream() : Stream.empty();
	}

	/** Which is a folder of classes, not a jar, as long as nothing is packaged. */
	static final class DoNotIncludeTestKit implements ImportOption {

		@Override
		public boolean includes(Location location) {
			return !location.contains("/connect-api-test/");
		}

	}

}
