package pujiang.app.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.board.StandingStops;
import pujiang.compliance.Decision;
import pujiang.listing.ListingEvent;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingEvent.ListingEnded;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingStopLifted;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.listing.ListingId;
import pujiang.listing.Offer;
import pujiang.listing.Terms;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** The current state of every listing. */
@Component
public class ListingBoard implements Board {

    public static final String HELD = "held";
    public static final String PUBLISHED = "published";
    public static final String SUSPENDED = "suspended";
    public static final String ENDED = "ended";
    static final String REFUSED = "refused";

    private static final String ENTRIES =
            """
            SELECT l.*, p.title, v.name FROM listing_board l
            JOIN product_board p ON p.id = l.product
            JOIN participant_board v ON v.id = l.vendor
            """;

    private final JdbcClient database;
    private final Columns columns;
    private final StandingStops stops;

    ListingBoard(JdbcClient database, Columns columns, StandingStops stops) {
        this.database = database;
        this.columns = columns;
        this.stops = stops;
    }

    public Optional<ListingView> find(ListingId listing) {
        return database.sql("SELECT * FROM listing_board WHERE id = ?")
                .param(listing.value())
                .query((row, _) -> view(row))
                .optional();
    }

    public Optional<CatalogueEntry> entry(ListingId listing) {
        return database.sql(ENTRIES + "WHERE l.id = ?")
                .param(listing.value())
                .query((row, _) -> entry(row))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param after the entry before the first that is wanted
     */
    public List<CatalogueEntry> list(ListingSearch search, Optional<CatalogueEntry.Place> after, int most) {
        return database.sql(
                        ENTRIES + search.where(after.isPresent()) + "ORDER BY l.listed_at DESC, l.id DESC LIMIT :most")
                .params(search.parameters(columns))
                .param("most", most)
                .param(
                        "listedAt",
                        after.map(place -> columns.utc(place.listedAt())).orElse(null))
                .param("id", after.map(place -> place.id().value()).orElse(null))
                .query((row, _) -> entry(row))
                .list();
    }

    /** Other listings of the product with a stop; none of them can be stopped before this transaction ends. */
    List<ListingView> stoppedBeside(ListingId listing, ProductId product) {
        return database.sql("SELECT * FROM listing_board WHERE product = ? AND id <> ? ORDER BY id LOCK IN SHARE MODE")
                .params(product.value(), listing.value())
                .query((row, _) -> view(row))
                .list();
    }

    /** Keeps orders of these away until this transaction ends; those that began before have ended by then. */
    public void keepOrdersAway(Collection<ListingId> listings) {
        if (listings.isEmpty()) return;
        database.sql("SELECT id FROM listing_board WHERE id IN (:listings) ORDER BY id FOR UPDATE")
                .param("listings", listings.stream().map(ListingId::value).toList())
                .query(String.class)
                .list();
    }

    /** Listings that wait for an officer, soonest end first. */
    public List<CatalogueEntry> waiting(ListingSearch search, int most) {
        return database.sql(ENTRIES + search.where(false) + "ORDER BY l.due_at, l.id LIMIT :most")
                .params(search.parameters(columns))
                .param("most", most)
                .query((row, _) -> entry(row))
                .list();
    }

    /** Listings of a vendor that have ended by themselves since, latest end first. */
    public List<CatalogueEntry> endedSince(Instant since, ParticipantId vendor, int most) {
        return database.sql(ENTRIES
                        + "WHERE l.state = ? AND l.vendor = ? AND l.since >= ? ORDER BY l.since DESC, l.id LIMIT ?")
                .params(ENDED, vendor.value(), columns.utc(since), most)
                .query((row, _) -> entry(row))
                .list();
    }

    /** Listings past their time, longest overdue first. */
    public List<ListingId> due(Instant now, int most) {
        return database.sql("SELECT id FROM listing_board WHERE due_at <= ? ORDER BY due_at LIMIT ?")
                .params(columns.utc(now), most)
                .query((row, _) -> new ListingId(row.getString("id")))
                .list();
    }

    @EventHandler
    void on(ListingEvent event, @Timestamp Instant at) {
        switch (event) {
            case ListingPublished(var listing, var offer, var decision, var _) -> {
                write(listing, offer, 1, at, decision);
                move(event, PUBLISHED, at, offer.terms().end());
            }
            case ListingHeld(var listing, var offer, var decision, var due) -> {
                write(listing, offer, 0, at, decision);
                move(event, HELD, at, sooner(due, offer.terms().end()));
            }
            case ListingRefused(var listing, var offer, var decision) -> {
                write(listing, offer, 0, at, decision);
                move(event, REFUSED, at, null);
            }
            case ListingRevised revised -> revise(revised);
            case ListingAnswerChanged(var listing, var _, var decision) -> judge(listing, decision);
            case ListingRevisionRefused(var listing, var _, var decision) -> judge(listing, decision);
            case ListingResumed(var listing, var decision) -> {
                judge(listing, decision);
                move(
                        event,
                        PUBLISHED,
                        at,
                        find(listing).orElseThrow().offer().terms().end());
                stand(listing, _ -> Stops.NONE);
            }
            case ListingResumptionRefused refused -> {
                judge(refused.listing(), refused.decision());
                stand(refused.listing(), now -> now.with(refused.stopped(at)));
            }
            case ListingSuspended suspended -> suspend(suspended, at);
            case ListingStopLifted(var listing, var ground, var cause) ->
                stand(listing, now -> now.without(ground, cause));
            case ListingWithdrawn _ -> move(event, "withdrawn", at, null);
            case ListingRejected _ -> move(event, "rejected", at, null);
            case ListingLapsed _ -> move(event, "lapsed", at, null);
            case ListingEnded _ -> move(event, ENDED, at, null);
        }
    }

    /** A held listing is written when it is held, and again when an officer decides. */
    private void write(ListingId listing, Offer offer, int revision, Instant at, Decision decision) {
        database.sql(
                        """
                        INSERT INTO listing_board
                        (id, product, vendor, state, revision, listed_at, since, terms, decision)
                        VALUES (:id, :product, :vendor, '', :revision, :at, :at, :terms, :decision)
                        ON DUPLICATE KEY UPDATE revision = VALUES(revision), decision = VALUES(decision)""")
                .param("id", listing.value())
                .param("product", offer.product().value())
                .param("vendor", offer.vendor().value())
                .param("revision", revision)
                .param("at", columns.utc(at))
                .param("terms", columns.json(offer.terms()))
                .param("decision", columns.json(decision))
                .update();
    }

    /** The first stop takes it off the catalogue; the day on which that was stays. */
    private void suspend(ListingSuspended suspended, Instant at) {
        database.sql("UPDATE listing_board SET state = ?, since = ? WHERE id = ? AND state <> ?")
                .params(SUSPENDED, columns.utc(at), suspended.listing().value(), SUSPENDED)
                .update();
        stand(suspended.listing(), now -> now.with(suspended.stopped(at)));
    }

    private void stand(ListingId listing, UnaryOperator<Stops> change) {
        stops.change("listing_board", listing.value(), change);
    }

    private void move(ListingEvent event, String state, Instant at, @Nullable Instant due) {
        database.sql("UPDATE listing_board SET state = ?, since = ?, due_at = ? WHERE id = ?")
                .param(state)
                .param(columns.utc(at))
                .param(due == null ? null : columns.utc(due))
                .param(event.listing().value())
                .update();
    }

    private void revise(ListingRevised revised) {
        database.sql("UPDATE listing_board SET revision = ?, due_at = ?, terms = ?, decision = ? WHERE id = ?")
                .params(
                        revised.revision(),
                        columns.utc(revised.terms().end()),
                        columns.json(revised.terms()),
                        columns.json(revised.decision()),
                        revised.listing().value())
                .update();
    }

    private static Instant sooner(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void judge(ListingId listing, Decision decision) {
        database.sql("UPDATE listing_board SET decision = ? WHERE id = ?")
                .params(columns.json(decision), listing.value())
                .update();
    }

    private CatalogueEntry entry(ResultSet row) throws SQLException {
        return new CatalogueEntry(
                view(row), row.getString("title"), row.getString("name"), columns.instant(row, "listed_at"));
    }

    /** For another board's query that selects this table's columns under their own names. */
    public ListingView view(ResultSet row) throws SQLException {
        return new ListingView(
                new ListingId(row.getString("id")),
                new Offer(
                        new ProductId(row.getString("product")),
                        new ParticipantId(row.getString("vendor")),
                        columns.value(row, "terms", Terms.class)),
                row.getInt("revision"),
                row.getString("state"),
                columns.instant(row, "since"),
                columns.instantOrNull(row, "due_at"),
                columns.value(row, "decision", Decision.class),
                columns.list(row, "stops", Stop.class));
    }
}
