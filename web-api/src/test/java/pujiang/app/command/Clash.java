package pujiang.app.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import pujiang.app.command.Saboteur.Way;
import pujiang.web.Market.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Requests on one aggregate within the same milliseconds, and whether the answers tell what is stored then. */
final class Clash {

    /** What a program must be able to live with: done, refused, or to be sent again. */
    private static final Set<Integer> CIVIL = Set.of(200, 201, 409, 412, 422, 503);

    /** And what is not there yet, or not for who is suspended. */
    private static final Set<String> CIVIL_CODES = Set.of(
            "trade.unknown",
            "trade.exception-unknown",
            "trade.document-not-asked",
            "request.not-found",
            "participant.not-active");

    private static final int MOST_TRIES = 5;
    private static final AtomicLong COUNT = new AtomicLong();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param mustFail since its key was used before */
    private record Move(String name, Set<String> tells, boolean mustFail, int pause, Callable<Answer> request) {}

    private record Told(Move move, Answer answer) {}

    /** Puts right what a clash leaves behind. */
    interface Mending {
        void mend() throws Exception;
    }

    private final String type;
    private final String aggregate;
    private final Random random;
    private final JdbcTemplate database;
    private final Course course;
    private final Consumer<Clash> besides;
    private final List<Move> moves = new ArrayList<>();
    private final List<Mending> mendings = new ArrayList<>();
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final List<String> lies = new ArrayList<>();
    private String target;
    private Instant moment = Instant.MIN;

    /** @param besides what must be so as well, whatever came of it */
    Clash(String type, String aggregate, Random random, JdbcTemplate database, Course course, Consumer<Clash> besides) {
        this.type = type;
        this.aggregate = aggregate;
        this.random = random;
        this.database = database;
        this.course = course;
        this.besides = besides;
        this.target = aggregate;
    }

    /** As a caller does that is told to send the same again: a connection that was cut off may meet anybody. */
    static Answer insisting(Callable<Answer> request) throws Exception {
        var answer = heard(request);
        return answer.is(answer.status() == 201 ? 201 : 200);
    }

    /** The same, whatever it comes to. */
    static Answer heard(Callable<Answer> request) throws Exception {
        for (int tries = 1; ; tries++) {
            var answer = request.call();
            var again = answer.status() == 503 || answer.text("/code").equals("request.changed-meanwhile");
            if (!again || tries == MOST_TRIES) return answer;
        }
    }

    /** What the exchange itself does, and goes on when it fails. */
    static Answer byItself(Runnable command) {
        int status = 200;
        try {
            command.run();
        } catch (RuntimeException _) {
            status = 503;
        }
        return new Answer(status, "", JsonNodeFactory.instance.objectNode());
    }

    /** A name that nobody else has; the market's own would run out of digits. */
    static String name(String start) {
        return start + "-" + COUNT.incrementAndGet();
    }

    String aggregate() {
        return aggregate;
    }

    /** Whose next event the saboteur waits for. */
    String target() {
        return target;
    }

    Clash on(String other) {
        target = other;
        return this;
    }

    /** From when on it can be run. */
    Instant moment() {
        return moment;
    }

    Clash at(Instant instant) {
        moment = instant;
        return this;
    }

    Clash afterwards(Mending mending) {
        mendings.add(mending);
        return this;
    }

    /** @param tells the states that an answer may name that says it is done; none where it names none */
    Clash with(String name, Set<String> tells, boolean mustFail, Callable<Answer> request) {
        moves.add(new Move(name, tells, mustFail, random.nextInt(8), request));
        return this;
    }

    void run() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var move : moves) threads.add(Thread.startVirtualThread(() -> send(move)));
        for (var thread : threads) thread.join();
    }

    private void send(Move move) {
        try {
            Thread.sleep(move.pause());
            told.add(new Told(move, move.request().call()));
        } catch (Exception e) {
            unanswered.add(move.name() + " got no answer: " + e);
        }
    }

    void mend() throws Exception {
        for (var mending : mendings) mending.mend();
    }

    /** As often as it is asked. */
    List<String> lies(Way way) {
        lies.clear();
        lies.addAll(unanswered);
        var events = events();
        for (int i = 0; i < events.size(); i++)
            if (events.get(i).number() != i) lie("event " + i + " is missing: " + names(events));
        var states = course.states(events);
        for (var each : told) check(each, way, states, names(events));
        besides.accept(this);
        return lies.stream().map(lie -> type + " " + aggregate + " " + lie).toList();
    }

    private void check(Told told, Way way, List<String> states, List<String> names) {
        var answer = told.answer();
        var state = answer.text("/state");
        var what = told.move().name() + " → " + answer.status() + " " + answer.text("/code") + state;
        boolean done = answer.status() == 200 || answer.status() == 201;
        boolean civil = CIVIL.contains(answer.status()) || CIVIL_CODES.contains(answer.text("/code"));
        if (!civil && !(way == Way.BOARD_FAILS && answer.status() == 500)) lie(what + " " + answer.body());
        if (done && told.move().mustFail()) lie(what + " under a used key");
        if (!done || told.move().tells().isEmpty()) return;
        if (!told.move().tells().contains(state)) lie(what + " is no answer; " + names);
        var version = answer.body().path("version");
        if (version.isMissingNode() && !states.contains(state)) lie(what + " was never so: " + names);
        if (!version.isMissingNode() && !stateAt(states, version.asInt()).equals(state))
            lie(what + " was not so at event " + version + ": " + names);
    }

    private static String stateAt(List<String> states, int version) {
        return version < states.size() ? states.get(version) : "";
    }

    void lie(String lie) {
        lies.add(lie);
    }

    /** @param actor who asked for it */
    record Event(long number, String name, String actor, JsonNode content) {}

    static List<String> names(List<Event> events) {
        return events.stream().map(Event::name).toList();
    }

    Course course() {
        return course;
    }

    List<Event> events() {
        return events(type, aggregate);
    }

    List<Event> events(String ofType, String id) {
        return database.query(
                "select sequence_number, payload_type, meta_data, payload from domain_event_entry"
                        + " where aggregate_identifier = ? and type = ? order by sequence_number",
                (row, _) -> new Event(
                        row.getLong(1),
                        row.getString(2),
                        JSON.readTree(row.getBytes(3)).path("actor").asString(),
                        JSON.readTree(row.getBytes(4))),
                id,
                ofType);
    }
}
