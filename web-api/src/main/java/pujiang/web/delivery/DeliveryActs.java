package pujiang.web.delivery;

import pujiang.web.page.Act;

/** What the forms about files do. */
final class DeliveryActs {

    static final Act DELIVER = Act.of("deliver", "delivery");
    static final Act DOWNLOAD = Act.of("download", "download");
    static final Act PROVIDE = Act.of("provide", "document");

    private DeliveryActs() {}
}
