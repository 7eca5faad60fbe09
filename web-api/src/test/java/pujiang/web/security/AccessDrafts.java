package pujiang.web.security;

import static pujiang.web.Market.fresh;

import pujiang.web.Drafts;

/** Drafts of the law that the rows of {@code access.txt} are tried on, of an officer who is none of the columns. */
final class AccessDrafts {

    private final AccessThings things;
    private final AccessCast cast;

    AccessDrafts(AccessThings things, AccessCast cast) {
        this.things = things;
        this.cast = cast;
    }

    String make(String name) throws Exception {
        return switch (name) {
            case "draft" -> draft();
            case "replayed" -> replayed();
            case "report" -> report();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private String draft() throws Exception {
        var id = fresh("draft");
        cast.drafts()
                .put(cast.market().staff(Role.COMPLIANCE_OFFICER), id, Drafts.zip(Drafts.oneRuleOfAdmissionMore()))
                .is(201);
        return id;
    }

    private String replayed() throws Exception {
        var id = draft();
        cast.drafts().replayed(cast.market(), cast.market().staff(Role.COMPLIANCE_OFFICER), id);
        return id;
    }

    private String report() throws Exception {
        return cast.market()
                .get(cast.operator(), "/rule-drafts/" + things.thing("replayed") + "/report")
                .text("/digest");
    }
}
