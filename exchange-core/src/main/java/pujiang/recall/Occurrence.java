package pujiang.recall;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;
import pujiang.stop.Ground;

/**
 * The cause of a recall and its subject: exactly one of product, participant and rule book.
 *
 * @param ruleBook digest of the rules that no longer hold; decisions under them are affected
 * @param reason in the words of the filer
 * @param evidence where the evidence is
 */
public record Occurrence(
        Kind kind,
        @Nullable ProductId product,
        @Nullable ParticipantId participant,
        @Nullable String ruleBook,
        String reason,
        String evidence) {

    private static final int LONGEST = 2_000;
    private static final Pattern DIGEST = Pattern.compile("sha-256:[0-9a-f]{64}");

    /**
     * The effects on listings, on trades before delivery, and on delivered copies. Where the article only says that
     * processing stops, deleting the copy is our own choice. The period is always our own choice.
     *
     * <pre>
     * CONSENT_WITHDRAWN    suspended   held until resolved    deleted    PIPL arts. 15, 47(1)(3); catalogue, A13
     * LICENCE_LAPSED       suspended   stopped                deleted    SHDR art. 55(2), DSL art. 32
     * PARTY_DISQUALIFIED   suspended   stopped                deleted by the party itself   SHDR art. 67(2), DSL art. 33
     * LAW_CHANGED          suspended   left to the delivery gate, under the new rules
     *                                                         assessed again  Legislation Law art. 104: not retroactive
     * </pre>
     */
    public enum Kind {
        /** 撤回同意. */
        CONSENT_WITHDRAWN,
        /** 来源许可失效. */
        LICENCE_LAPSED,
        /** 主体资格丧失. */
        PARTY_DISQUALIFIED,
        /** 法律变更. */
        LAW_CHANGED
    }

    public Occurrence {
        Texts.check("reason", reason, LONGEST);
        Texts.check("evidence", evidence, LONGEST);
        if (ruleBook != null && !DIGEST.matcher(ruleBook).matches()) {
            throw Invalid.at("ruleBook", "digest.malformed", "must be sha-256: and 64 lower-case hexadecimal digits");
        }
        var wanted =
                switch (kind) {
                    case CONSENT_WITHDRAWN, LICENCE_LAPSED -> "product";
                    case PARTY_DISQUALIFIED -> "participant";
                    case LAW_CHANGED -> "ruleBook";
                };
        only(wanted, "product", product);
        only(wanted, "participant", participant);
        only(wanted, "ruleBook", ruleBook);
    }

    private static void only(String wanted, String name, @Nullable Object given) {
        if (wanted.equals(name) && given == null) throw Invalid.at(name, "field.required", "must be given");
        if (!wanted.equals(name) && given != null)
            throw Invalid.at(name, "field.unknown", "does not belong to this kind");
    }

    /** The ground of the suspensions that it causes. */
    public Ground ground() {
        return switch (kind) {
            case CONSENT_WITHDRAWN -> Ground.CONSENT_WITHDRAWN;
            case LICENCE_LAPSED -> Ground.LICENCE_LAPSED;
            case PARTY_DISQUALIFIED -> Ground.PARTY_DISQUALIFIED;
            case LAW_CHANGED -> Ground.LAW_CHANGED;
        };
    }

    /** Its subject in one text. */
    public String subject() {
        return Stream.of(product, participant, ruleBook)
                .flatMap(Stream::ofNullable)
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
    }
}
