package pujiang.compliance;

import java.time.LocalDate;
import java.util.List;

/**
 * What the law asks for beyond the gates. About what an obligation is, and on which day it is due where the law names none,
 * is said by whoever opens it.
 */
public interface Provisions {

    /**
     * What is owed once data with these traits is delivered.
     *
     * @param day of the delivery
     */
    List<Provision> ofDelivery(Traits traits, LocalDate day);

    /** By which a delivered copy goes back when its trade is undone. */
    Citation rescission();

    /** By which the use of data ends when consent is withdrawn. */
    Citation withdrawnConsent();

    /** By which a trade ends when the authority to trade the data lapses. */
    Citation lapsedAuthority();

    /** By which a trade ends when a party may trade no longer, or when the law has changed. */
    Citation unlawfulTrade();
}
