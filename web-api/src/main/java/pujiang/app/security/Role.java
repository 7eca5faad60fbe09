package pujiang.app.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** The permissions of each kind of user. All others are denied. */
public enum Role {
    /** 运营: admits participants, books money, decides disputes. */
    OPERATOR(
            "participant:apply",
            "participant:read",
            "participant:verify",
            "participant:suspend",
            "product:read",
            "product:suspend",
            "listing:read",
            "listing:suspend",
            "listing:withdraw",
            "trade:read",
            "obligation:read",
            "obligation:prove",
            "incident:report",
            "recall:read",
            "assessment:file",
            "dispute:resolve",
            "decision:examine",
            "law:ask",
            "law:activate",
            "account:read",
            "account:book",
            "ledger:read",
            "users:manage",
            "users:read",
            "staff:confirm",
            "access:read",
            "operations:read",
            "operations:act",
            "operations:check",
            "change:read",
            "self:manage"),
    /** 合规官: reviews cases that the rules leave to a person, and audits. */
    COMPLIANCE_OFFICER(
            "participant:read",
            "participant:suspend",
            "product:read",
            "product:suspend",
            "listing:read",
            "listing:suspend",
            "obligation:read",
            "recall:read",
            "recall:file",
            "review:decide",
            "document:read",
            "decision:examine",
            "law:ask",
            "law:draft",
            "law:activate",
            "assessment:file",
            "trade:read",
            "ledger:read",
            "users:read",
            "staff:confirm",
            "access:read",
            "change:read",
            "self:manage"),
    /** 供方. */
    VENDOR(
            "participant:read",
            "product:register",
            "product:read",
            "listing:publish",
            "listing:suspend",
            "listing:withdraw",
            "listing:read",
            "content:upload",
            "trade:deliver",
            "document:provide",
            "document:read",
            "trade:read",
            "obligation:read",
            "obligation:prove",
            "incident:report",
            "recall:read",
            "recall:file",
            "law:ask",
            "account:read",
            "change:read",
            "self:manage"),
    /** 需方. */
    BUYER(
            "participant:read",
            "listing:read",
            "content:upload",
            "document:provide",
            "document:read",
            "trade:quote",
            "trade:order",
            "trade:accept",
            "trade:download",
            "trade:read",
            "obligation:read",
            "obligation:prove",
            "incident:report",
            "purpose:change",
            "law:ask",
            "account:read",
            "change:read",
            "self:manage"),
    /** Manages its colleagues' accounts; held along with VENDOR or BUYER. */
    PARTICIPANT_ADMIN("users:manage", "users:read", "self:manage");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
    private final Set<String> permissions;

    Role(String... permissions) {
        this.permissions = Set.of(permissions);
    }

    public static Set<String> permissions(Collection<Role> roles) {
        var all = new TreeSet<String>();
        roles.forEach(role -> all.addAll(role.permissions));
        return all;
    }

    /** Whether it is reserved to exchange staff. */
    boolean staff() {
        return EnumSet.of(OPERATOR, COMPLIANCE_OFFICER).contains(this);
    }
}
