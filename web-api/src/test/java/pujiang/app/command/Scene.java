package pujiang.app.command;

import java.util.Random;

/** A corner of the market in which one worker makes clashes, one after the other. */
interface Scene {

    /** How many kinds of clash there are. */
    int choices();

    /** Makes everything that it needs, and lets nobody move yet. */
    Clash begin(int choice, Random random) throws Exception;
}
