package pujiang.stop;

import pujiang.refusal.Refusal;

/**
 * Why a stop keeps somebody from going on, in order of precedence. Each names what is stopped, who has stopped it, on what
 * ground, and, by the ground's second text, the way to have it lifted.
 */
public sealed interface StopRefusal extends Refusal {

    /** It is for somebody else to lift. */
    record NotYours(String subject, Author author, Ground ground, Way way) implements StopRefusal {

        public static NotYours of(String subject, Ground ground) {
            return new NotYours(subject, ground.author(), ground, new Way(ground));
        }
    }

    /** What it was set for has not been mended yet. */
    record GroundStands(String subject, Author author, Ground ground, Way way) implements StopRefusal {

        public static GroundStands of(String subject, Stop stop) {
            return new GroundStands(subject, stop.author(), stop.ground(), new Way(stop.ground()));
        }
    }

    /** Nothing new begins under it. */
    record Stands(String subject, Author author, Ground ground, Way way) implements StopRefusal {

        public static Stands of(String subject, Stop stop) {
            return new Stands(subject, stop.author(), stop.ground(), new Way(stop.ground()));
        }
    }

    /** How a stop on that ground is lifted; a text of its own in each language. */
    record Way(Ground of) {}
}
