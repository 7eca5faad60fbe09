package pujiang.web.settlement;

import pujiang.web.page.FormAction;

/** Acts of operators on the bookings of another. */
final class BookingFormActions {

    static final FormAction BOOK = FormAction.of("book", "confirmation");
    static final FormAction REFUSE_BOOKING = FormAction.grave("refuse_booking", "rejection");
    static final FormAction TAKE_BACK = FormAction.grave("take_back", "rejection");

    private BookingFormActions() {}
}
