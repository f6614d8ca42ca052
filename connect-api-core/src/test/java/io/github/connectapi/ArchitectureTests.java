package io.github.connectapi;

import java.io.PrintStream;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micrometer.observation.ObservationConvention;
import org.jspecify.annotations.NullMarked;

import io.github.connectapi.retry.Sleeper;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules for packages and their dependencies. A new package must be added here.
 */
@AnalyzeClasses(packages = ArchitectureTests.ROOT, importOptions = { ImportOption.DoNotIncludeTests.class,
		ImportOption.DoNotIncludeJars.class, ArchitectureTests.DoNotIncludeTestKit.class })
class ArchitectureTests {

	static final String ROOT = "io.github.connectapi";

	private static final String JACKSON_ANNOTATIONS = "com.fasterxml.jackson.annotation..";

	private static final String SPRING_RETRY = "org.springframework.retry";

	/** Types with their methods that read a clock or sleep. */
	private static final Map<Class<?>, Set<String>> TIME = Map.of(System.class, Set.of("currentTimeMillis", "nanoTime"),
			Clock.class, Set.of("system", "systemUTC", "systemDefaultZone"), InstantSource.class, Set.of("system"),
			Instant.class, Set.of("now"), Thread.class, Set.of("sleep"), TimeUnit.class, Set.of("sleep"),
			LockSupport.class, Set.of("parkNanos", "parkUntil"));

	/** Each package with the packages of this library that it may depend on. */
	private static final Map<String, Set<String>> DEPENDENCIES = Map.ofEntries(entry("", Set.of()),
			entry("operation", Set.of("")), entry("observation", Set.of("")), entry("transport", Set.of("")),
			entry("json", Set.of("", "operation")),
			entry("client", Set.of("", "operation", "transport", "observation", "json")), entry("retry", Set.of("")),
			entry("store", Set.of("")), entry("acquisition", Set.of("")),
			entry("user", Set.of("", "acquisition", "session", "client", "retry", "observation", "store")),
			entry("session", Set.of("", "client", "retry", "store", "observation")),
			entry("metrics", Set.of("", "session", "client", "observation", "license")),
			entry("call", Set.of("", "session", "client", "operation", "retry", "observation")),
			entry("search", Set.of("", "call", "operation", "download")),
			entry("image", Set.of("", "call", "operation", "search")),
			entry("download", Set.of("", "call", "operation")),
			entry("license", Set.of("", "client", "transport", "observation")),
			entry("purchase",
					Set.of("", "call", "operation", "download", "image", "search", "license", "observation", "rest")),
			entry("rest", Set.of("", "client", "session", "transport")),
			entry("account", Set.of("", "call", "operation")), entry("usage", Set.of("", "call", "operation")));

	private static final int MAX_TYPES = 25;

	@ArchTest
	static void packagesDependOnlyOnAllowedPackages(JavaClasses classes) {
		DEPENDENCIES.forEach((name, allowed) -> {
			String[] packages = Stream.concat(Stream.of(name), allowed.stream())
				.map(ArchitectureTests::packageName)
				.toArray(String[]::new);
			classes().that()
				.resideInAPackage(packageName(name))
				.should()
				.onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(packages)))
				.check(classes);
		});
	}

	@ArchTest
	static void everyPackageIsKnown(JavaClasses classes) {
		assertThat(packages(classes)).extracting(JavaPackage::getName)
			.containsExactlyInAnyOrderElementsOf(
					DEPENDENCIES.keySet().stream().map(ArchitectureTests::packageName).toList());
	}

	@ArchTest
	static void packagesAreSmall(JavaClasses classes) {
		assertThat(packages(classes)).allSatisfy(
				(each) -> assertThat(topLevelTypes(each)).as(each.getName()).hasSizeLessThanOrEqualTo(MAX_TYPES));
	}

	@ArchTest
	static final ArchRule noCycles = slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

	@ArchTest
	static final ArchRule jacksonOnlyInClientAndJson = noClasses().that()
		.resideOutsideOfPackages(ROOT + ".client", ROOT + ".json")
		.should()
		.dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
			.and(resideOutsideOfPackage(JACKSON_ANNOTATIONS)));

	// A record names the fields that the documentation calls differently.
	@ArchTest
	static final ArchRule jacksonAnnotationsOnlyOnTypesForOperations = noClasses().that()
		.resideOutsideOfPackages(typePackages())
		.and()
		.resideOutsideOfPackages(ROOT + ".client", ROOT + ".json")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(JACKSON_ANNOTATIONS);

	@ArchTest
	static final ArchRule springRetryOnlyInRetry = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".retry")
		.should()
		.dependOnClassesThat()
		.resideInAPackage(SPRING_RETRY + "..");

	@ArchTest
	static final ArchRule noSpringRetryInPublicSignatures = members().that()
		.areDeclaredInClassesThat()
		.arePublic()
		.and()
		.areNotPrivate()
		.should(notExpose(SPRING_RETRY));

	@ArchTest
	static final ArchRule httpCoreOnlyInTransport = noClasses().that()
		.resideOutsideOfPackage(ROOT + ".transport")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.hc..");

	@ArchTest
	static final ArchRule noHttpClientOfTheJdk = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("java.net.http..");

	@ArchTest
	static final ArchRule systemClocksInOnePlace = noClasses().that()
		.areNotAssignableTo(SystemClock.class)
		.and()
		.areNotAssignableTo(Sleeper.class)
		.should()
		.accessTargetWhere(readsAClockOrSleeps());

	@ArchTest
	static final ArchRule internalTypesAreHidden = classes().that()
		.arePublic()
		.and()
		.areNotAnnotatedWith(Internal.class)
		.should(notExposeInternalTypes());

	// Applications extend the default convention, as with those of Spring.
	@ArchTest
	static final ArchRule publicTypesAreClosed = classes().that()
		.arePublic()
		.and()
		.areNotAssignableTo(ObservationConvention.class)
		.should(beClosed());

	@ArchTest
	static final ArchRule noJavaLogging = noClasses().should()
		.dependOnClassesThat()
		.resideInAPackage("java.util.logging..");

	@ArchTest
	static final ArchRule logsSuppressErrors = noClasses().that()
		.areNotAssignableTo(ErrorSuppressingLog.class)
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.commons.logging..");

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
		assertThat(packages(classes)).hasSizeGreaterThanOrEqualTo(3)
			.allSatisfy((each) -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
	}

	private static Set<JavaPackage> packages(JavaClasses classes) {
		return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
	}

	private static List<JavaClass> topLevelTypes(JavaPackage each) {
		return each.getClasses()
			.stream()
			.filter((type) -> type.isTopLevelClass() && !type.isArray() && !type.getSimpleName().equals("package-info"))
			.toList();
	}

	private static String[] typePackages() {
		return Stream.of("search", "image", "download", "account", "usage")
			.map(ArchitectureTests::packageName)
			.toArray(String[]::new);
	}

	private static String packageName(String name) {
		return name.isEmpty() ? ROOT : ROOT + "." + name;
	}

	private static DescribedPredicate<JavaAccess<?>> readsAClockOrSleeps() {
		return DescribedPredicate.describe("reads a clock or sleeps",
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

	private static ArchCondition<JavaClass> notExposeInternalTypes() {
		return new ArchCondition<>("not expose internal types") {
			@Override
			public void check(JavaClass item, ConditionEvents events) {
				Stream<JavaClass> inherited = Stream.concat(item.getRawSuperclass().stream(),
						item.getRawInterfaces().stream());
				Stream<JavaClass> inMembers = item.getMembers()
					.stream()
					.filter((member) -> isVisible(member))
					.flatMap((member) -> Stream.concat(member.getAllInvolvedRawTypes().stream(), thrown(member)));
				Stream.concat(inherited, inMembers)
					.filter((type) -> type.isAnnotatedWith(Internal.class))
					.forEach((type) -> events
						.add(SimpleConditionEvent.violated(item, item.getName() + " exposes " + type.getName())));
			}
		};
	}

	private static boolean isVisible(JavaMember member) {
		return member.getModifiers().contains(JavaModifier.PUBLIC)
				|| member.getModifiers().contains(JavaModifier.PROTECTED);
	}

	private static ArchCondition<JavaMember> notExpose(String packageName) {
		return new ArchCondition<>("not expose types of " + packageName) {
			@Override
			public void check(JavaMember item, ConditionEvents events) {
				boolean exposed = item.getAllInvolvedRawTypes()
					.stream()
					.anyMatch((type) -> type.getPackageName().startsWith(packageName))
						|| thrown(item).anyMatch((type) -> type.getPackageName().startsWith(packageName));
				events.add(new SimpleConditionEvent(item, !exposed, item.getFullName() + " exposes " + packageName));
			}
		};
	}

	private static Stream<JavaClass> thrown(JavaMember member) {
		return (member instanceof JavaCodeUnit unit) ? unit.getExceptionTypes().stream() : Stream.empty();
	}

	/** The test kit is a directory of classes instead of a jar until it is packaged. */
	static final class DoNotIncludeTestKit implements ImportOption {

		@Override
		public boolean includes(Location location) {
			return !location.contains("/connect-api-test/");
		}

	}

}
