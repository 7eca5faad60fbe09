package pujiang.web.obligation;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import pujiang.app.obligation.ObligationView;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.product.DisplayNames;

/** Readable names of an obligation and of its subject. */
@Component
class ObligationLabels {

    private static final Badges STATES =
            Badges.of("state.").waits("open", "proven").bad("breached").good("discharged");

    private final DisplayNames displayNames;

    ObligationLabels(DisplayNames displayNames) {
        this.displayNames = displayNames;
    }

    /**
     * One obligation in a table.
     *
     * @param bearer null for the exchange itself
     */
    record Row(ObligationView obligation, Badge badge, String address, String concern, @Nullable String bearer) {}

    Row row(ObligationView obligation) {
        return new Row(obligation, badge(obligation), address(obligation), concern(obligation), bearer(obligation));
    }

    /** In the language of the request that is being answered. */
    String title(ObligationView obligation) {
        var title = obligation.duty().title();
        return LocaleContextHolder.getLocale().getLanguage().equals("zh") ? title.zh() : title.en();
    }

    /** Empty where it is about nothing in particular. */
    String concern(ObligationView obligation) {
        var subject = obligation.duty().concern();
        if (subject.product() != null) return displayNames.of(subject.product());
        return subject.buyer() == null ? "" : displayNames.of(subject.buyer());
    }

    /** Null for the exchange itself. */
    @Nullable
    String bearer(ObligationView obligation) {
        var participant = obligation.duty().bearer().participant();
        return participant == null ? null : displayNames.of(participant);
    }

    static Badge badge(ObligationView obligation) {
        return STATES.badge(obligation.state());
    }

    static String address(ObligationView obligation) {
        return "/obligations/" + obligation.id();
    }
}
