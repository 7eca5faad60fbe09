package pujiang.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.util.FileSystemUtils;

/**
 * Every step of trades at once against the packaged exchange, while it and its database are killed every few seconds. What
 * was acknowledged must be there at the end, the bank's balance must be what was booked, and fsck must find nothing. The seed
 * decides what is sent and who is killed; when the machine gets to it is its own affair.
 */
final class KillCampaign {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("campaign.seconds", 600));
    private static final int CLIENTS = Integer.getInteger("campaign.clients", 8);
    private static final int DAMAGED = 1;

    private final Path jar;
    private final Path data;
    private final long seed = Long.getLong("campaign.seed", new SecureRandom().nextInt());
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<String> faults = new ArrayList<>();

    private KillCampaign(Path jar, Path data) {
        this.jar = jar;
        this.data = data;
    }

    /** @param arguments the packaged exchange, and a folder that may be emptied; it is kept if anything is wrong */
    public static void main(String... arguments) throws Exception {
        var data = Path.of(arguments[1]).toAbsolutePath();
        FileSystemUtils.deleteRecursively(data);
        var campaign = new KillCampaign(Path.of(arguments[0]), data);
        campaign.run();
        campaign.faults.forEach(fault -> Report.progress("FAULT " + fault));
        if (!campaign.faults.isEmpty()) {
            Report.progress("seed %d; the data folder is kept: %s".formatted(campaign.seed, data));
            System.exit(DAMAGED);
        }
        Report.progress("nothing acknowledged was lost, and fsck is clean");
        FileSystemUtils.deleteRecursively(data);
    }

    private void run() throws Exception {
        Report.progress("campaign of %d s, %d clients, seed %d (-Dcampaign.seconds, .clients, .seed, .pause)"
                .formatted(TIME.toSeconds(), CLIENTS, seed));
        try (var target = new Target(jar, data, new Random(seed))) {
            var market = Stalls.opened(target, CLIENTS);
            walk(target, market);
            Report.progress("%,d answers acknowledged, %,d sent again, %,d answered 500, %d kills"
                    .formatted(acknowledged.answers(), target.repeated(), target.serverErrors(), target.kills()));
            faults.addAll(acknowledged.missing(target, market));
            fsck("the exchange runs");
        }
        fsck("the exchange is stopped");
    }

    private void walk(Target target, Stalls market) throws Exception {
        var end = System.nanoTime() + TIME.toNanos();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < CLIENTS; i++) {
                var walker = new Walker(target, market, acknowledged, i, new Random(seed + i));
                work.add(threads.submit(() -> {
                    while (System.nanoTime() < end) walker.step();
                    return walker;
                }));
            }
            target.killUntil(end);
            for (var each : work) each.get();
        }
    }

    /** As an operator runs it, in a process of its own. */
    private void fsck(String when) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-jar",
                        jar.toString(),
                        "fsck",
                        "--pujiang.data=" + data)
                .inheritIO()
                .start();
        int code = process.waitFor();
        if (code != 0) faults.add("fsck ended with %d while %s".formatted(code, when));
    }
}
