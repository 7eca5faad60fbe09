package pujiang.web.security;

import static pujiang.web.Market.fresh;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.Market;

/** Who asks, in the columns of {@code access.txt}. */
public final class AccessCast {

    static final Duration LIFE = Duration.ofDays(1);

    private static final String REASON = "{\"reason\": \"seen\"}";

    private final Market market;
    private final Accounts accounts;
    private final JdbcClient database;
    private final AccessDrafts drafts;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<Side, String> users = new HashMap<>();
    private final Map<Side, AccessThings> things = new HashMap<>();
    private final Side usual;
    private final Side suspended;

    /** A vendor and a buyer who trade with each other. */
    record Side(ParticipantId vendor, ParticipantId buyer, String vendorToken, String buyerToken) {}

    public AccessCast(Market market, Accounts accounts, JdbcClient database) throws Exception {
        this(market, accounts, database, new AccessDrafts(market));
    }

    /** @param drafts shared by several casts of one exchange: there is one law */
    public AccessCast(Market market, Accounts accounts, JdbcClient database, AccessDrafts drafts) throws Exception {
        this.market = market;
        this.accounts = accounts;
        this.database = database;
        this.drafts = drafts;
        tokens.put("operator", market.operator());
        tokens.put("officer", market.staff(Role.COMPLIANCE_OFFICER));
        usual = side("vendor", "buyer");
        suspended = side("v-susp", "b-susp");
        tokens.put("vendor2", market.token(market.participant("vendor2"), Role.VENDOR));
        var otherBuyer = market.participant("buyer2");
        deposit(otherBuyer);
        tokens.put("buyer2", market.token(otherBuyer, Role.BUYER));
        tokens.put("admin", market.token(usual.vendor(), Role.PARTICIPANT_ADMIN));
        tokens.put("admin2", market.token(market.participant("admin2"), Role.PARTICIPANT_ADMIN));
        tokens.put("revoked", ended("update access_token set revoked_at = created_at where id = ?"));
        tokens.put("expired", ended("update access_token set expires_at = created_at where id = ?"));
    }

    private Side side(String vendorColumn, String buyerColumn) throws Exception {
        var vendor = market.participant("vendor");
        var buyer = market.participant("buyer");
        deposit(buyer);
        var username = fresh("vendor");
        Newcomers.open(accounts, username, vendor, Set.of(Role.VENDOR));
        var side = new Side(
                vendor, buyer, accounts.issue(username, "test", LIFE).token(), market.token(buyer, Role.BUYER));
        users.put(side, username);
        tokens.put(vendorColumn, side.vendorToken());
        tokens.put(buyerColumn, side.buyerToken());
        return side;
    }

    private String ended(String how) {
        var username = fresh("ended");
        Newcomers.open(accounts, username, null, Set.of(Role.OPERATOR));
        var token = accounts.issue(username, "test", LIFE);
        database.sql(how).param(token.id()).update();
        return token.token();
    }

    /** The trade, once it is watched, which a follower brings about a moment after the delivery. */
    String watched(String trade) throws Exception {
        for (int attempt = 0; attempt < 300; attempt++) {
            var rows = database.sql("select count(*) from watch_board where trade = ?")
                    .param(trade)
                    .query(Long.class)
                    .single();
            if (rows == 1) return trade;
            Thread.sleep(100);
        }
        throw new AssertionError("not watched after 30 s");
    }

    /** Digest of what the law says after that trade, when nobody knows whether there was a leak. */
    String leftOpen(String trade) throws Exception {
        market.post(operator(), "/trades/" + trade + "/incidents", AccessBodies.doubtfulIncident())
                .is(200);
        var said = market.get(operator(), "/trades/" + trade + "/afterwards").body();
        return said.get(said.size() - 1).path("digest").asString();
    }

    /** Empty for nobody. */
    public String token(String column) {
        return tokens.getOrDefault(column, "");
    }

    /** Things that are not used up. */
    public AccessThings things(String column) {
        return things(side(column));
    }

    AccessThings things(Side side) {
        return things.computeIfAbsent(side, whose -> new AccessThings(this, whose));
    }

    public AccessThings freshThings(String column) {
        return new AccessThings(this, side(column));
    }

    /** Runs something while the organisations of the column are in the state that its name says. */
    <T> T inState(String column, Callable<T> request) throws Exception {
        if (!column.endsWith("-susp")) return request.call();
        var both = List.of(suspended.vendor(), suspended.buyer());
        for (var each : both) change(each, "suspension");
        try {
            return request.call();
        } finally {
            for (var each : both) change(each, "reinstatement");
        }
    }

    private void change(ParticipantId participant, String action) throws Exception {
        market.post(operator(), "/participants/" + participant + "/" + action, REASON)
                .is(200);
    }

    /** Digest of the law's last answer about a trade. */
    String decision(String trade) throws Exception {
        return read("/trades/" + trade, "/decision/digest");
    }

    /** What an officer reads at one place of a thing. */
    String read(String path, String place) throws Exception {
        return market.get(officer(), path).is(200).text(place);
    }

    void deposit(ParticipantId participant) throws Exception {
        var booking = "{\"amount\": {\"amount\": \"1000.00\", \"currency\": \"CNY\"}, \"reference\": \"" + fresh("bank")
                + "\"}";
        market.post(operator(), "/accounts/" + participant + "/deposits", booking)
                .is(200);
    }

    String username(Side side) {
        return Objects.requireNonNull(users.get(side));
    }

    String officer() {
        return token("officer");
    }

    String operator() {
        return market.operator();
    }

    Market market() {
        return market;
    }

    AccessDrafts drafts() {
        return drafts;
    }

    Accounts accounts() {
        return accounts;
    }

    private Side side(String column) {
        return column.endsWith("-susp") ? suspended : usual;
    }

    /** @param what {@code parked-event} or {@code failing-item} */
    String failed(String what) {
        return what.equals("parked-event") ? parkedEvent() : failingItem();
    }

    /** Of a follower that is no more: nobody handles it. */
    private String parkedEvent() {
        var id = Market.fresh("parked");
        database.sql(
                        """
                        insert into parked_event (identifier, follower, sequence_identifier, sequence_index,
                            message_type, event_identifier, time_stamp, payload_type, payload, meta_data,
                            aggregate_type, aggregate_identifier, sequence_number, enqueued_at)
                        select ?, 'access-test', ?, 0, '', event_identifier, time_stamp, payload_type, payload,
                            meta_data, 'Access', aggregate_identifier, sequence_number, time_stamp
                        from domain_event_entry where global_index = 1""")
                .params(id, id)
                .update();
        return id;
    }

    /** Of a job that is no more. */
    private String failingItem() {
        var id = Market.fresh("failing");
        database.sql(
                        """
                        insert into retry_item (job, item, attempts, since, next_attempt, cause)
                        values ('access-test', ?, 1, '2026-01-01', '2099-01-01', 'cause')""")
                .param(id)
                .update();
        return id;
    }
}
