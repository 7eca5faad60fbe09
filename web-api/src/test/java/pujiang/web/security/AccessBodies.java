package pujiang.web.security;

import static pujiang.web.Market.fresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import pujiang.calendar.Shanghai;
import pujiang.web.Drafts;
import pujiang.web.Market;

/** What is sent in the rows of {@code access.txt}. */
final class AccessBodies {

    private static final String USE = "{\"purpose\": \"RESEARCH\", \"scenario\": \"air quality forecast\"}";
    static final String ORDER = "{\"listing\": \"{listing}\", \"revision\": 1, \"use\": " + USE + "}";
    private static final String COLLEAGUE =
            "{\"displayName\": \"李雷\", \"participant\": \"{participant}\", \"roles\": [\"BUYER\"],"
                    + " \"password\": \"" + Newcomers.PASSWORD + "\"}";
    private static final String OCCURRENCE =
            "{\"kind\": \"LICENCE_LAPSED\", \"product\": \"{product}\", \"reason\": \"seen\", \"evidence\":"
                    + " \"vault/2\"}";
    static final String ASKING =
            "{\"side\": \"VENDOR\", \"facts\": [\"product.rightsDispute\"], \"wanted\": \"the ruling\"}";

    private static final String INCIDENT =
            "{\"what\": \"seen\", \"piLeak\": %s, \"level\": \"LARGER\", \"since\": \"%s\", \"reported\": false,"
                    + " \"subjectsNotified\": false}";

    static final String DISPUTED =
            Market.product("Disputed", "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");

    private final AccessThings things;
    private final AccessCast cast;
    private final AccessCast.Side side;
    private final String bytes;

    AccessBodies(AccessThings things, AccessCast cast, AccessCast.Side side, String bytes) {
        this.things = things;
        this.cast = cast;
        this.side = side;
        this.bytes = bytes;
    }

    /** An approval that reaches further than its one decision. */
    static String exception(String decision) {
        return ("{\"decision\": \"" + decision + "\", \"ground\": \"seen\", \"evidence\": \"vault/1\","
                        + " \"exception\": {\"scope\": \"TRADE\", \"until\": \"%s\"}}")
                .formatted(LocalDate.now(Shanghai.ZONE).plusDays(9));
    }

    /** Known this moment: after the delivery of whatever it is about. */
    static String incident() {
        return INCIDENT.formatted(true, Instant.now());
    }

    /** One of which nobody knows yet whether it is a leak. */
    static String doubtfulIncident() {
        return INCIDENT.formatted("null", Instant.now());
    }

    /** One that no process tries: who may send it is the same. */
    private static String draftArchive() {
        try {
            return new String(Drafts.zip(Drafts.faulty()), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body as the table writes it, and what it is. */
    String body(String text) {
        return switch (text) {
            case "@application" -> Market.application("Somebody", Market.creditCode());
            case "@statement" -> "{\"statement\": %s, \"evidence\": \"seen\"}".formatted(Market.STATEMENT);
            case "@screening" -> Market.SCREENED;
            case "@assessment" -> Market.ASSESSED;
            case "@product" -> Market.product("PM2.5");
            case "@listing" -> Market.listing(things.thing("product"), "1.00");
            case "@recipient" -> "{\"facts\": {\"pi.separateConsentProvide\": true}, \"evidence\": \"vault/7\"}";
            case "@quote" -> things.filled("{\"listing\": \"{listing}\", \"use\": " + USE + "}");
            case "@order" -> things.filled(ORDER);
            case "@occurrence" -> things.filled(OCCURRENCE);
            case "@incident" -> incident();
            case "@incident-form" ->
                "what=seen&piLeak=&level=&reported=false&subjectsNotified=false&since="
                        + LocalDateTime.now(Shanghai.ZONE).truncatedTo(ChronoUnit.MINUTES);
            case "@bytes" -> bytes;
            case "@booking" ->
                "{\"amount\": {\"amount\": \"5.00\", \"currency\": \"CNY\"}, \"reference\": \"%s\", \"note\": \"seen\"}"
                        .formatted(fresh("reference"));
            case "@sign-in" ->
                "{\"username\": \"%s\", \"password\": \"%s\", \"name\": \"x\", \"days\": 1}"
                        .formatted(cast.username(side), Newcomers.PASSWORD);
            case "@password" -> "{\"current\": \"%1$s\", \"next\": \"%1$s\"}".formatted(Newcomers.PASSWORD);
            case "@asking" -> ASKING;
            case "@colleague" -> things.filled(COLLEAGUE);
            case "@draft" -> draftArchive();
            case "@staff" ->
                COLLEAGUE
                        .replace("\"participant\": \"{participant}\", ", "")
                        .replace("BUYER", "COMPLIANCE_OFFICER")
                        .replace("}", ", \"person\": \"" + fresh("person") + "\"}");
            default -> things.filled(text);
        };
    }
}
