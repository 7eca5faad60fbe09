package pujiang.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;
import pujiang.app.evaluate.LawSettings;
import pujiang.law.LawTimeout;
import pujiang.law.RuleBook;
import pujiang.refusal.Refused;
import tools.jackson.databind.json.JsonMapper;

/** What an operator sets of trials holds, and what this machine cannot bound is told. */
@ExtendWith(OutputCaptureExtension.class)
class TrialSettingsTest {

    private static final LawSettings HURRIED = new LawSettings(Duration.ofSeconds(5), Duration.ofSeconds(20));
    private static final DataSize MEMORY = DataSize.ofMegabytes(384);
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(TrialWiring.class);

    @Test
    void whoSetsNothingHasWhatIsDocumented() {
        context.run(started -> assertThat(started.getBean(TrialSettings.class)).isEqualTo(TrialSettings.DEFAULT));
    }

    @Test
    void whatIsSetIsRead() {
        context.withPropertyValues(
                        "pujiang.trial.memory=1GB",
                        "pujiang.trial.places=3",
                        "pujiang.trial.longest-life=90m",
                        "pujiang.trial.weakest=own-root")
                .run(started -> assertThat(started.getBean(TrialSettings.class))
                        .isEqualTo(new TrialSettings(
                                DataSize.ofGigabytes(1), 3, Duration.ofMinutes(90), Confinement.OWN_ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory=127MB",
                "memory=65GB",
                "memory=much",
                "places=0",
                "places=65",
                "longest-life=0s",
                "longest-life=-1h",
                "weakest=some"
            })
    void whatNoTrialCanHaveIsRefusedByItsName(String setting) {
        var name = "pujiang.trial." + setting.substring(0, setting.indexOf('='));
        context.withPropertyValues("pujiang.trial." + setting)
                .run(started -> assertThat(started).getFailure().hasStackTraceContaining(name));
    }

    @Test
    void everySettingIsDescribedForEditors() throws IOException {
        var stream = Objects.requireNonNull(
                TrialSettings.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"));
        var described = new JsonMapper().readTree(stream.readAllBytes());

        assertThat(described.path("properties").valueStream().map(each -> each.path("name")
                        .asString()))
                .containsExactlyElementsOf(Arrays.stream(TrialSettings.class.getRecordComponents())
                        .map(component -> "pujiang.trial."
                                + component
                                        .getName()
                                        .replaceAll("([A-Z])", "-$1")
                                        .toLowerCase(Locale.ROOT))
                        .toList());
        var defaults = described
                .path("properties")
                .valueStream()
                .map(each -> each.path("name").asString() + "="
                        + each.path("defaultValue").asString())
                .toArray(String[]::new);
        context.withPropertyValues(defaults)
                .run(started -> assertThat(started.getBean(TrialSettings.class)).isEqualTo(TrialSettings.DEFAULT));
    }

    @Test
    void noMoreAreTriedAtOnceThanThereArePlaces() {
        var alone = new TrialSettings(MEMORY, 1, LIFE, Confinement.NONE);
        var settings = new LawSettings(Duration.ofSeconds(5), Duration.ofMillis(300));
        try (var trials = new Trials(settings, alone);
                var _ = trials.begin(HostileProgram.class.getName(), "one")) {
            assertThatThrownBy(() -> trials.begin(HostileProgram.class.getName(), "two"))
                    .isInstanceOf(LawTimeout.class);
        }
    }

    @Test
    void aTrialHasTheMemoryThatIsSet() {
        var small = new TrialSettings(DataSize.ofMegabytes(128), 2, LIFE, Confinement.NONE);
        try (var trials = new Trials(HURRIED, small);
                var trial = trials.begin(HostileProgram.class.getName(), "greedy")) {
            assertThatThrownBy(() -> trial.compile(HostileProgram.told("allocate", "")))
                    .isInstanceOf(TrialFailed.class)
                    .isNotInstanceOf(TrialLost.class)
                    .hasMessageContaining("more memory than a trial may use (128m)");
        }
    }

    @Test
    void onAMachineThatConfinesLessThanIsWantedNoDraftIsTried(CapturedOutput output) {
        var strict = new TrialSettings(MEMORY, 2, LIFE, Confinement.NAMESPACES);
        try (var trials = new Trials(HURRIED, strict, _ -> Confinement.NONE)) {
            for (int i = 0; i <= strict.places(); i++) {
                assertThatThrownBy(() -> trials.open(RuleBook.ownTexts()))
                        .isInstanceOfSatisfying(Refused.class, refused -> {
                            assertThat(refused.refusal().code()).isEqualTo("trial.not-confined");
                            assertThat(refused.refusal().mayPassLater()).isFalse();
                        });
            }

            var health = new TrialHealth(trials).health();

            assertThat(health.getStatus()).isEqualTo(new Status("ATTENTION"));
            assertThat(trials.view().tried()).isFalse();
        }
        assertThat(output).contains("Rule drafts are not run on this machine: it has neither namespaces");
    }

    @Test
    void whatIsNotBoundedIsToldPlainly(CapturedOutput output) throws IOException {
        try (var trials = new Trials(HURRIED, TrialSettings.DEFAULT, _ -> Confinement.NONE)) {
            assertThat(new TrialHealth(trials).health().getDetails()).doesNotContainKey("confinement");

            assertThat(trials.confinement()).isEqualTo(Confinement.NONE);

            var health = new TrialHealth(trials).health();
            assertThat(health.getStatus()).isEqualTo(Status.UP);
            assertThat(health.getDetails())
                    .containsAllEntriesOf(Map.of(
                            "confinement",
                            Confinement.NONE,
                            "unbounded",
                            "the network, files, memory outside of the heap, and processes that it starts",
                            "missing",
                            "it has neither namespaces (unshare) nor setpriv and prlimit, or forbids them"));
        }
        assertThat(output)
                .contains("not bounded for them: the network, files")
                .contains("of this machine: it has neither namespaces (unshare) nor setpriv");
    }

    @Test
    void aProcessThatCannotBeStartedIsNoFaultOfItsDraft() {
        try (var trials = new Trials(HURRIED, TrialSettings.DEFAULT, _ -> {
            throw new IOException("no space left on device");
        })) {
            assertThatThrownBy(() -> trials.open(RuleBook.ownTexts())).isInstanceOf(TrialLost.class);
        }
    }
}
