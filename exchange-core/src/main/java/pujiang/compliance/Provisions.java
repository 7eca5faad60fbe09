package pujiang.compliance;

import java.time.LocalDate;
import java.util.List;

/**
 * The requirements of the law outside the gates. The subject of an obligation, and its day where the law names none,
 * come from the code that opens it.
 */
public interface Provisions {

    /**
     * The obligations that begin when data with these traits is delivered.
     *
     * @param day of the delivery
     */
    List<Provision> ofDelivery(Traits traits, LocalDate day);

    /** The ground for returning a delivered copy when its trade is rescinded. */
    Citation rescission();

    /** The ground for ending the use of data when consent is withdrawn. */
    Citation withdrawnConsent();

    /** The ground for ending a trade when the authority to trade the data lapses. */
    Citation lapsedAuthority();

    /** The ground for ending a trade when a party may no longer trade, or when the law has changed. */
    Citation unlawfulTrade();
}
