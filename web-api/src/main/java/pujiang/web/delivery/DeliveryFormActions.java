package pujiang.web.delivery;

import pujiang.web.page.FormAction;

/** What the forms about files do. */
final class DeliveryFormActions {

    static final FormAction DELIVER = FormAction.of("deliver", "delivery");
    static final FormAction DOWNLOAD = FormAction.of("download", "download");
    static final FormAction PROVIDE = FormAction.of("provide", "document");

    private DeliveryFormActions() {}
}
