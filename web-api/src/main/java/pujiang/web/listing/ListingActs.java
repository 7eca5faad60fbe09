package pujiang.web.listing;

import pujiang.web.page.Act;

/** What the forms about a listing, its product and its orders do. */
final class ListingActs {

    static final Act APPROVE = Act.of("approve", "approval");
    static final Act REJECT = Act.grave("reject", "rejection");
    static final Act SUSPEND = Act.grave("suspend", "suspension");
    static final Act RESUME = Act.of("resume", "resumption");
    static final Act WITHDRAW = Act.grave("withdraw", "withdrawal");
    static final Act SUSPEND_PRODUCT = Act.grave("suspend_product", "product-suspension");
    static final Act RESUME_PRODUCT = Act.of("resume_product", "product-resumption");
    static final Act ORDER = Act.of("order", "order");

    private ListingActs() {}
}
