package pujiang.web.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a form on a page does. Its name is the key of its texts, its path the last step of the address it is sent to. */
enum Act {
    VERIFY("verification", ""),
    REJECT("rejection", "bad"),
    SUSPEND("suspension", "bad"),
    REINSTATE("reinstatement", ""),
    APPROVE("approval", ""),
    CLAIM("claim", ""),
    RELEASE("release", ""),
    ASK_VENDOR("document-requests", ""),
    ASK_BUYER("document-requests", ""),
    UNASK("withdrawal", "bad"),
    PROVIDE("document", ""),
    REVOKE("revocation", "bad"),
    STATE("use-statement", ""),
    STATE_RECIPIENT("recipient-statement", ""),
    CANCEL("cancellation", "bad"),
    DELIVER("delivery", ""),
    DOWNLOAD("download", ""),
    ACCEPT("acceptance", ""),
    DISPUTE("dispute", "bad"),
    REFUND("resolution", "bad"),
    PAY("resolution", ""),
    RESUME("resumption", ""),
    WITHDRAW("withdrawal", "bad"),
    SUSPEND_PRODUCT("product-suspension", "bad"),
    RESUME_PRODUCT("product-resumption", ""),
    ORDER("order", ""),
    PROVE("proof", ""),
    DISCHARGE("discharge", ""),
    SETTLE("resolution", ""),
    REPORT("incidents", "bad"),
    REPURPOSE("purpose-change", "bad"),
    RECALL("filing", ""),
    STAGE("plan", ""),
    CONFIRM("confirmation", ""),
    DROP("withdrawal", "bad"),
    REPLAY("replays", "calm"),
    ACTIVATE("activation", ""),
    RETRY("retry", ""),
    DISCARD("discard", "bad"),
    ACKNOWLEDGE("acknowledgement", ""),
    BOOK("confirmation", ""),
    REFUSE_BOOKING("rejection", "bad"),
    TAKE_BACK("rejection", "bad"),
    CHECK("run", "calm");

    private final String path;
    private final String tone;

    Act(String path, String tone) {
        this.path = path;
        this.tone = tone;
    }

    String path() {
        return path;
    }

    /** How its button looks. */
    public String tone() {
        return tone;
    }

    /** As addresses and texts name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Act> of(@Nullable String code) {
        return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
    }
}
