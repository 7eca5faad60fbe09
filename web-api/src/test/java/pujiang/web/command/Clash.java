package pujiang.web.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.web.Market.Answer;
import pujiang.web.command.Saboteur.Way;

/** Requests on one aggregate within the same milliseconds, and whether the answers tell what is stored then. */
final class Clash {

    /** What a program must be able to live with: done, refused, or to be sent again. */
    private static final Set<Integer> CIVIL = Set.of(200, 201, 409, 412, 422, 503);

    private static final int MOST_TRIES = 5;
    private static final AtomicLong COUNT = new AtomicLong();

    /** @param mustFail since its key was used before */
    private record Move(String name, Set<String> tells, boolean mustFail, Callable<Answer> request) {}

    private record Told(Move move, Answer answer) {}

    private final String type;
    private final String aggregate;
    private final Random random;
    private final JdbcTemplate database;
    private final Map<String, String> state;
    private final Consumer<Clash> besides;
    private final List<Move> moves = new ArrayList<>();
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final List<String> lies = new ArrayList<>();

    /**
     * @param state that each event leads to; one that is not in it changes none
     * @param besides what must be so as well, whatever came of it
     */
    Clash(
            String type,
            String aggregate,
            Random random,
            JdbcTemplate database,
            Map<String, String> state,
            Consumer<Clash> besides) {
        this.type = type;
        this.aggregate = aggregate;
        this.random = random;
        this.database = database;
        this.state = state;
        this.besides = besides;
    }

    /** As a caller does that is told to send the same again: a connection that was cut off may meet anybody. */
    static Answer insisting(Callable<Answer> request) throws Exception {
        for (int tries = 1; ; tries++) {
            var answer = request.call();
            if (answer.status() != 503 || tries == MOST_TRIES) return answer.is(answer.status() == 201 ? 201 : 200);
        }
    }

    /** A name that nobody else has; the market's own would run out of digits. */
    static String name(String start) {
        return start + "-" + COUNT.incrementAndGet();
    }

    String aggregate() {
        return aggregate;
    }

    /** @param tells the states that an answer may name that says it is done; none where it names none */
    Clash with(String name, Set<String> tells, boolean mustFail, Callable<Answer> request) {
        moves.add(new Move(name, tells, mustFail, request));
        return this;
    }

    void run() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var move : moves) {
            int pause = random.nextInt(8);
            threads.add(Thread.startVirtualThread(() -> send(move, pause)));
        }
        for (var thread : threads) thread.join();
    }

    private void send(Move move, int pause) {
        try {
            Thread.sleep(pause);
            told.add(new Told(move, move.request().call()));
        } catch (Exception e) {
            synchronized (lies) {
                lies.add(move.name() + " got no answer: " + e);
            }
        }
    }

    List<String> lies(Way way) {
        var events = events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).number() != i) lies.add("event " + i + " is missing: " + events);
        }
        var names = events.stream().map(Event::name).toList();
        var states = names.stream()
                .flatMap(name -> Stream.ofNullable(state.get(name)))
                .toList();
        for (var each : told) check(each, way, states, names);
        besides.accept(this);
        return lies.stream().map(lie -> type + " " + aggregate + " " + lie).toList();
    }

    private void check(Told told, Way way, List<String> states, List<String> names) {
        var answer = told.answer();
        var what = told.move().name() + " → " + answer.status() + " " + answer.text("/code") + answer.text("/state");
        boolean done = answer.status() == 200 || answer.status() == 201;
        if (!CIVIL.contains(answer.status()) && !(way == Way.BOARD_FAILS && answer.status() == 500))
            lies.add(what + " " + answer.text("/detail"));
        if (done && told.move().mustFail()) lies.add(what + " under a used key");
        if (!done || told.move().tells().isEmpty()) return;
        if (!told.move().tells().contains(answer.text("/state"))) lies.add(what + " is no answer; " + names);
        if (!states.contains(answer.text("/state"))) lies.add(what + " was never so: " + names);
    }

    void lie(String lie) {
        lies.add(lie);
    }

    record Event(long number, String name) {}

    List<Event> events() {
        return database.query(
                "select sequence_number, payload_type from domain_event_entry"
                        + " where aggregate_identifier = ? and type = ? order by sequence_number",
                (row, _) -> new Event(row.getLong(1), row.getString(2)),
                aggregate,
                type);
    }
}
