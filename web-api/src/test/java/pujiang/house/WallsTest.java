package pujiang.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.app.board.Board;
import pujiang.app.command.Commands;
import pujiang.app.command.DeadlockRetry;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.fsck.Check;
import pujiang.app.start.StartClaim;
import pujiang.evidence.MerkleLog;
import pujiang.history.EventNames;
import pujiang.host.PujiangApplication;
import pujiang.host.wiring.Progress;
import pujiang.law.RuleBook;
import pujiang.settlement.BankJournal;
import pujiang.settlement.Ledger;
import pujiang.web.problem.Problem;
import pujiang.web.security.Requires;

/** Who may use what. Packages are named by classes, so that a renamed one breaks a rule instead of emptying it. */
@Execution(ExecutionMode.CONCURRENT)
class WallsTest {

    private static final String APP_ROOT = House.parent(Commands.class.getPackageName());
    private static final String WEB_ROOT = House.parent(Problem.class.getPackageName());
    private static final String HOST_ROOT = PujiangApplication.class.getPackageName();

    /** Use cases, processes, jobs and boards. They know no HTTP. */
    private static final DescribedPredicate<JavaClass> APP = under(APP_ROOT);
    /** A face of the exchange. It knows no SQL, and sends no command itself. */
    private static final DescribedPredicate<JavaClass> WEB = under(WEB_ROOT);
    /** What makes one program of both. */
    private static final DescribedPredicate<JavaClass> HOST = under(HOST_ROOT);

    private static final DescribedPredicate<JavaClass> PROGRAM = APP.or(WEB).or(HOST);
    private static final DescribedPredicate<JavaClass> HISTORY = beside(EventNames.class);
    private static final DescribedPredicate<JavaClass> WIRING = beside(Progress.class);

    private static final DescribedPredicate<JavaClass> AGGREGATE =
            describe("an aggregate", each -> each.getFields().stream()
                    .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));
    private static final DescribedPredicate<JavaClass> COMMAND_OR_EVENT = named("Command", "Event");

    /** Boards, the stores of ledger, journal, log and keys with their failure, the wiring, who tells it, who checks all. */
    private static final DescribedPredicate<JavaClass> STORES = named(
                    "Board", "KeyRegister", "KeyClaim", "RuleBookArchiveClaim", "LogRows")
            .or(beside(Board.class))
            .or(of(Ledger.class))
            .or(of(BankJournal.class))
            .or(named("TransferRows"))
            .or(of(MerkleLog.class))
            .or(beside(Check.class))
            .or(named("Unavailable"))
            // The first undo what the database refused; the others tell it, and claim the database for a start.
            .or(of(DeadlockRetry.class))
            .or(named("Failures"))
            .or(of(StartClaim.class))
            .or(HOST);

    /** How long something takes, never what time it is. */
    private static final DescribedPredicate<JavaClass> STOPWATCHES =
            beside(DeadlockRetry.class).or(of(LawSettings.class));

    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "exchange-core", Set.of(),
            "compliance-rules", Set.of("exchange-core"),
            "settlement", Set.of("exchange-core"),
            "web-api", Set.of("exchange-core", "compliance-rules", "settlement"));

    private static final Map<String, Set<String>> MAKERS = Map.of(
            UUID.class.getName(), Set.of("randomUUID"),
            System.class.getName(), Set.of("currentTimeMillis", "nanoTime"),
            Math.class.getName(), Set.of("random"));

    private static final Map<String, String> MODULE_OF =
            House.mainClasses().collect(Collectors.toMap(WallsTest::packageOf, WallsTest::moduleOf, (one, _) -> one));

    static Stream<Arguments> libraries() {
        return Stream.of(
                arguments(List.of("org.springframework.."), PROGRAM),
                arguments(
                        List.of("jakarta..", "org.thymeleaf..", "io.swagger..", "org.springframework.http.."),
                        WEB.or(HOST)),
                // Of Spring's web module, the escaping of addresses alone is for all.
                arguments(
                        List.of(
                                "org.springframework.web",
                                "org.springframework.web.bind..",
                                "org.springframework.web.servlet..",
                                "org.springframework.web.context.."),
                        WEB.or(HOST)),
                arguments(
                        List.of("org.axonframework.commandhandling.."),
                        AGGREGATE.or(APP).or(HOST)),
                arguments(List.of("org.drools..", "org.kie.."), beside(RuleBook.class)),
                arguments(List.of("org.apache.shiro.."), beside(Requires.class).or(HOST)),
                arguments(List.of("org.bouncycastle.."), beside(MerkleLog.class)),
                arguments(List.of("tools.jackson..", "com.fasterxml.jackson.."), HISTORY.or(PROGRAM)),
                arguments(
                        List.of("org.axonframework.."),
                        AGGREGATE.or(COMMAND_OR_EVENT).or(HISTORY).or(PROGRAM)),
                arguments(List.of("java.sql..", "javax.sql..", "org.springframework.jdbc.."), STORES));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("libraries")
    void aLibraryIsUsedInItsPlaceOnly(List<String> library, DescribedPredicate<JavaClass> place) {
        var its = resideInAnyPackage(library.toArray(String[]::new));

        noClasses().that(not(place)).should().dependOnClassesThat(its).check(House.CLASSES);
        assertThat(House.CLASSES)
                .as("a wall that stands around nothing guards nothing")
                .anyMatch(each -> place.test(each) && uses(each, its));
    }

    @Test
    void commandsAndEventsKnowNoMoreOfAxonThanItsAnnotations() {
        var behaviour = describe(
                "Axon's behaviour",
                (JavaClass each) -> each.getPackageName().startsWith("org.axonframework") && !each.isAnnotation());

        noClasses()
                .that(COMMAND_OR_EVENT)
                .and(not(PROGRAM))
                .should()
                .dependOnClassesThat(behaviour)
                .check(House.CLASSES);
    }

    @Test
    void timeChanceAndIdentityAreMadeInTheWiringOnly() {
        noClasses()
                .that(not(WIRING.or(STOPWATCHES)))
                .should()
                .accessTargetWhere(describe("makes time, chance or identity", WallsTest::makesTimeOrChance))
                .check(House.CLASSES);
    }

    static Stream<Arguments> roots() {
        return Stream.of(arguments(APP, WEB.or(HOST)), arguments(WEB, HOST));
    }

    /** The host knows both, a face knows the application, and the application knows neither. */
    @ParameterizedTest
    @MethodSource("roots")
    void theRootsOfTheProgramDependInOneDirection(
            DescribedPredicate<JavaClass> inner, DescribedPredicate<JavaClass> outer) {
        noClasses().that(inner).should().dependOnClassesThat(outer).check(House.CLASSES);
    }

    @Test
    void everyClassOfTheProgramHasOneOfTheThreeRoots() {
        var homeless = House.mainClasses()
                .filter(file -> moduleOf(file).equals("web-api"))
                .map(WallsTest::packageOf)
                .filter(name -> Stream.of(APP_ROOT, WEB_ROOT, HOST_ROOT)
                        .noneMatch(root -> (name + ".").startsWith(root + ".")));

        assertThat(homeless).isEmpty();
    }

    private static boolean makesTimeOrChance(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        if (owner.isEquivalentTo(Clock.class)) return name.startsWith("system") || name.startsWith("tick");
        if (owner.getPackageName().equals(Clock.class.getPackageName()) && name.equals("now"))
            return !asksAClock(access);
        return owner.isAssignableTo(Random.class)
                ? Set.of("<init>", "current", "getInstance", "getInstanceStrong")
                        .contains(name)
                : MAKERS.getOrDefault(owner.getFullName(), Set.of()).contains(name);
    }

    private static boolean asksAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    @Test
    void modulesDependInOneDirection() {
        var against = House.CLASSES.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(WallsTest::againstTheDirection)
                .map(Dependency::getDescription);

        assertThat(against).isEmpty();
    }

    @Test
    void aPackageLiesInOneModule() {
        var modules = House.mainClasses()
                .collect(Collectors.groupingBy(
                        WallsTest::packageOf,
                        TreeMap::new,
                        Collectors.mapping(WallsTest::moduleOf, Collectors.toSet())));

        assertThat(modules).allSatisfy((name, its) -> assertThat(its).as(name).hasSize(1));
        assertThat(modules.values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
                .isEqualTo(MAY_USE.keySet());
    }

    private static boolean againstTheDirection(Dependency dependency) {
        var from = MODULE_OF.get(dependency.getOriginClass().getPackageName());
        var to =
                MODULE_OF.get(dependency.getTargetClass().getBaseComponentType().getPackageName());
        return to != null
                && !to.equals(from)
                && !MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    private static String packageOf(Path file) {
        var inside = file.subpath(4, file.getNameCount() - 1);
        return inside.toString().replace(File.separatorChar, '.');
    }

    private static String moduleOf(Path file) {
        return file.getName(0).toString();
    }

    private static boolean uses(JavaClass one, DescribedPredicate<JavaClass> library) {
        return one.getDirectDependenciesFromSelf().stream().anyMatch(each -> library.test(each.getTargetClass()));
    }

    private static DescribedPredicate<JavaClass> under(String root) {
        return resideInAPackage(root + "..");
    }

    private static DescribedPredicate<JavaClass> beside(Class<?> neighbour) {
        return resideInAPackage(neighbour.getPackageName());
    }

    /** With all that is nested in it. */
    private static DescribedPredicate<JavaClass> of(Class<?> one) {
        return describe(one.getSimpleName(), each -> outermost(each).isEquivalentTo(one));
    }

    private static DescribedPredicate<JavaClass> named(String... endings) {
        return describe("a " + String.join(" or ", endings), each -> Stream.of(endings)
                .anyMatch(outermost(each).getSimpleName()::endsWith));
    }

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(WallsTest::outermost).orElse(one);
    }
}
