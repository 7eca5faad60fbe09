package pujiang.app.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import pujiang.app.command.Saboteur.Way;

/**
 * One worker. It makes one clash after the other and plays it; one that needs an instant is kept until that has come, and
 * others are played meanwhile.
 */
final class Player {

    /** About as long as a clash takes: the rest is waited for. */
    private static final Duration EARLY = Duration.ofMillis(150);

    private final List<Scene> scenes;
    private final Saboteur saboteur;
    private final Random random;
    private final Tally tally;
    private final Queue<Planned> waiting = new ArrayDeque<>();

    private record Planned(Clash clash, Way way) {}

    private record Choice(Scene scene, int number, Way way) {}

    Player(List<Scene> scenes, Saboteur saboteur, Random random, Tally tally) {
        this.scenes = scenes;
        this.saboteur = saboteur;
        this.random = random;
        this.tally = tally;
    }

    void play(BooleanSupplier goesOn) throws Exception {
        var choices = choices();
        for (int i = 0; goesOn.getAsBoolean(); i++) {
            var next = choices.get(i % choices.size());
            waiting.add(new Planned(next.scene().begin(next.number(), random), next.way()));
            playWhatIsRipe();
        }
    }

    private List<Choice> choices() {
        var all = new ArrayList<Choice>();
        for (var scene : scenes) {
            for (int number = 0; number < scene.choices(); number++)
                for (var way : Way.values()) all.add(new Choice(scene, number, way));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private void playWhatIsRipe() throws Exception {
        var soon = Instant.now().plus(EARLY);
        var ripe = waiting.stream()
                .filter(planned -> planned.clash().moment().isBefore(soon))
                .toList();
        waiting.removeAll(ripe);
        for (var planned : ripe) play(planned.clash(), planned.way());
    }

    private void play(Clash clash, Way way) throws Exception {
        var left = clash.moment().equals(Instant.MIN) ? Duration.ZERO : Duration.between(Instant.now(), clash.moment());
        if (left.isPositive()) Thread.sleep(left);
        saboteur.plan(clash.target(), way);
        clash.run();
        boolean met = !saboteur.cancel(clash.target());
        tally.count(clash, way, met);
        clash.mend();
    }
}
