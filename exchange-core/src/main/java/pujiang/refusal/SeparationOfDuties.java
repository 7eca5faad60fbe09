package pujiang.refusal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of acts that one person must not do both of (职责分离). User names are compared, because each member of staff has
 * exactly one account, permanently assigned to one person.
 */
public enum SeparationOfDuties {
    /** One account never has both roles, and one person never has two accounts. */
    OPERATES_AND_REVIEWS("operates the exchange", "reviews what is traded on it", "request.invalid"),
    WORKS_HERE_TWICE("has an account of the exchange's own", "has another one", "account.person-taken"),
    WORKS_HERE_AND_TRADES("works for the exchange", "acts for a participant", "account.person-taken"),
    OPENS_AND_ADMITS("opens an account of the exchange's own", "admits its user", "account.second-person-needed"),
    RESETS_AND_CONFIRMS("resets such a user's password", "lets the user in again", "account.second-person-needed"),
    ENTERS_AND_ADMITS("is the user of such an account", "admits its user", "account.own"),
    HAS_AND_SUSPENDS("has an account", "suspends it", "account.own"),
    HAS_AND_RESETS("has an account", "resets its password", "account.own"),
    SUPPORTS_AND_APPROVES("is the first of two for a trade", "is the second", "trade.second-officer-needed"),
    WRITES_AND_ACTIVATES("writes a draft of the law", "brings it into force", "rule-book.second-person-needed"),
    BOOKS_AND_CONFIRMS("asks for a large booking", "confirms it", "money.second-operator-needed");

    private final String first;
    private final String second;
    private final String code;

    SeparationOfDuties(String first, String second, String code) {
        this.first = first;
        this.second = second;
        this.code = code;
    }

    public String first() {
        return first;
    }

    public String second() {
        return second;
    }

    /** The code of the problem with which the second act is refused. */
    public String code() {
        return code;
    }

    /**
     * Whether one person would do both.
     *
     * @param one user of the first act; null if it has not been done
     * @param other user of the second act
     */
    public boolean brokenBy(@Nullable String one, String other) {
        return Objects.equals(one, other);
    }
}
