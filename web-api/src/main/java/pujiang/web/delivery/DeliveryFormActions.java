package pujiang.web.delivery;

import pujiang.web.page.FormAction;

/** Actions of the forms about files. */
final class DeliveryFormActions {

    static final FormAction DELIVER = FormAction.of("deliver", "delivery");
    static final FormAction DOWNLOAD = FormAction.of("download", "download");
    static final FormAction PROVIDE = FormAction.of("provide", "document");

    private DeliveryFormActions() {}
}
