package pujiang.web.trade;

import java.util.List;
import pujiang.web.page.Panel;

/** A feature's panel on the page of a trade, between its steps and its history. */
public interface TradePanel {

    /** What is there to be done, and by whom. */
    int TO_DO = 100;

    /** The forms, and what stands in the way. */
    int NEXT = 200;

    /** What was agreed, paid and handed over. */
    int AGREED = 300;

    /** What comes after the trade. */
    int AFTERWARDS = 400;

    /** What was decided before. */
    int DECISIONS = 500;

    /** Each ranked by one of these parts of the page; empty where this reader has nothing to see. */
    List<Panel> of(TradeReading reading);
}
