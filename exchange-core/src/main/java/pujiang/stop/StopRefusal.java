package pujiang.stop;

import pujiang.refusal.Refusal;

/**
 * The refusals because of a suspension, in order of precedence. Each names the subject, the author, the ground and, by
 * the ground's second text, the way to have it lifted.
 */
public sealed interface StopRefusal extends Refusal {

    /** Another author must lift it. */
    record NotYours(String subject, Author author, Ground ground, Way way) implements StopRefusal {

        public static NotYours of(String subject, Ground ground) {
            return new NotYours(subject, ground.author(), ground, new Way(ground));
        }
    }

    /** Its ground has not been remedied yet. */
    record GroundStands(String subject, Author author, Ground ground, Way way) implements StopRefusal {

        public static GroundStands of(String subject, Stop stop) {
            return new GroundStands(subject, stop.author(), stop.ground(), new Way(stop.ground()));
        }
    }

    /** Nothing new can begin during the suspension. */
    record Stands(String subject, Author author, Ground ground, Way way) implements StopRefusal {

        public static Stands of(String subject, Stop stop) {
            return new Stands(subject, stop.author(), stop.ground(), new Way(stop.ground()));
        }
    }

    /** The way to lift a suspension on that ground, with a text in each language. */
    record Way(Ground of) {}
}
