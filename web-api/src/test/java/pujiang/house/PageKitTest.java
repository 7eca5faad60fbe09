package pujiang.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import pujiang.app.command.Commands;
import pujiang.app.history.HistoryEntry;
import pujiang.app.paging.Paging;
import pujiang.app.request.Address;
import pujiang.app.security.Caller;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Panel;
import pujiang.web.problem.Problem;
import pujiang.web.security.Requires;

/** Features bring their panels, queues and links to the shared pages. The kit of the pages knows none of them. */
@Execution(ExecutionMode.CONCURRENT)
class PageKitTest {

    private static final DescribedPredicate<JavaClass> KIT = resideInAPackage(Panel.class.getPackageName());

    /** Who asks, for which part of a list, once or twice, what went wrong, and what has happened. */
    private static final DescribedPredicate<JavaClass> BESIDE_THE_KIT = resideInAnyPackage(Stream.of(
                    Problem.class,
                    Requires.class,
                    Idempotent.class,
                    Caller.class,
                    Paging.class,
                    Commands.class,
                    Address.class,
                    HistoryEntry.class)
            .map(Class::getPackageName)
            .toArray(String[]::new));

    private static final DescribedPredicate<JavaClass> FEATURES = resideInAnyPackage(
                    House.parent(Commands.class.getPackageName()) + "..",
                    House.parent(Problem.class.getPackageName()) + "..")
            .and(not(KIT.or(BESIDE_THE_KIT)));

    @Test
    void theKitOfThePagesKnowsNoFeature() {
        noClasses().that(KIT).should().dependOnClassesThat(FEATURES).check(House.CLASSES);
        assertThat(House.CLASSES)
                .as("a wall that stands around nothing guards nothing")
                .anyMatch(each -> FEATURES.test(each) && knowsTheKit(each));
    }

    private static boolean knowsTheKit(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream().anyMatch(each -> KIT.test(each.getTargetClass()));
    }
}
