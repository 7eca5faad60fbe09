package pujiang.web.delivery;

import pujiang.refusal.Refusal;

/** Why an upload, a delivery or a download is turned away, in order of precedence. */
public sealed interface ContentRefusal extends Refusal {

    record TooLarge(long limit) implements ContentRefusal {
        @Override
        public String code() {
            return "content.too-large";
        }
    }

    /** The disk of the exchange is full; an operator must make room. */
    record NoSpace(long needed) implements ContentRefusal {
        @Override
        public String code() {
            return "content.no-space";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    record Truncated(long declared, long received) implements ContentRefusal {
        @Override
        public String code() {
            return "content.truncated";
        }
    }

    /** The bytes are not those that were declared. */
    record DigestMismatch(String declared, String actual) implements ContentRefusal {
        @Override
        public String code() {
            return "content.digest-mismatch";
        }
    }

    record NotAnArchive(String reason) implements ContentRefusal {
        @Override
        public String code() {
            return "content.not-an-archive";
        }
    }

    /** Unpacking it could write where nobody expects. */
    record UnsafeEntry(String entry, String reason) implements ContentRefusal {
        @Override
        public String code() {
            return "content.unsafe-entry";
        }
    }

    /** Not uploaded by this vendor; whether by another is not told. */
    record Unknown(String sha256) implements ContentRefusal {
        @Override
        public String code() {
            return "content.unknown";
        }
    }

    record LinkExpired() implements ContentRefusal {
        @Override
        public String code() {
            return "content.link-expired";
        }
    }

    /** Every byte has been served. */
    record LinkSpent() implements ContentRefusal {
        @Override
        public String code() {
            return "content.link-spent";
        }
    }

    /** RFC 9110, section 15.5.17. */
    record RangeNotSatisfiable(long size) implements ContentRefusal {
        @Override
        public String code() {
            return "content.range-not-satisfiable";
        }
    }

    @Override
    default boolean mayPassLater() {
        return false;
    }
}
