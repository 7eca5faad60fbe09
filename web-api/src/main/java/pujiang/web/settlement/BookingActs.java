package pujiang.web.settlement;

import pujiang.web.page.Act;

/** What operators do about the bookings of another. */
final class BookingActs {

    static final Act BOOK = Act.of("book", "confirmation");
    static final Act REFUSE_BOOKING = Act.grave("refuse_booking", "rejection");
    static final Act TAKE_BACK = Act.grave("take_back", "rejection");

    private BookingActs() {}
}
