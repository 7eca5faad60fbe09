package pujiang.app.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.listing.PricePlan;
import pujiang.listing.PricePlan.Free;
import pujiang.listing.PricePlan.OneTime;
import pujiang.refusal.Invalid;

/** A price plan as it is stored, under the name of its kind: {@code {"oneTime": {"price": …}}} or {@code {"free": {}}}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanJson(@Nullable Nothing free, @Nullable Once oneTime) {

    record Nothing() {}

    record Once(Money price) {}

    static PlanJson of(PricePlan plan) {
        return switch (plan) {
            case Free _ -> new PlanJson(new Nothing(), null);
            case OneTime(var price) -> new PlanJson(null, new Once(price));
        };
    }

    PricePlan plan() {
        if (free != null && oneTime == null) return new Free();
        if (oneTime != null && free == null) return new OneTime(oneTime.price());
        throw Invalid.at("terms.plan", "field.required", "must be of one kind");
    }
}
