package pujiang.web.listing;

import pujiang.web.page.FormAction;

/** Actions of the forms about a listing, its product and its orders. */
final class ListingFormActions {

    static final FormAction APPROVE = FormAction.of("approve", "approval");
    static final FormAction REJECT = FormAction.grave("reject", "rejection");
    static final FormAction SUSPEND = FormAction.grave("suspend", "suspension");
    static final FormAction RESUME = FormAction.of("resume", "resumption");
    static final FormAction WITHDRAW = FormAction.grave("withdraw", "withdrawal");
    static final FormAction SUSPEND_PRODUCT = FormAction.grave("suspend_product", "product-suspension");
    static final FormAction RESUME_PRODUCT = FormAction.of("resume_product", "product-resumption");
    static final FormAction ORDER = FormAction.of("order", "order");

    private ListingFormActions() {}
}
