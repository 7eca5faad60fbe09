package pujiang.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Invalid;
import pujiang.refusal.Names;
import pujiang.refusal.Numbers;

/**
 * The data or access that a vendor gives to the buyer of a trade (交付物). The kinds are what an event can store and a
 * receipt can state. A kind is delivered only where a {@link DeliveryChannel} for it is wired, and today that is the
 * file alone: access grants and subscriptions are refused until they have a channel.
 */
public sealed interface Handover {

    /** The name under which events and receipts keep the kind. It never changes. */
    enum Kind {
        /** 文件. */
        FILE,
        /** 接口授权. */
        ACCESS_GRANT,
        /** 数据订阅. */
        SUBSCRIPTION
    }

    Kind kind();

    /** The file, if a file is handed over. */
    default Optional<FileHandover> file() {
        return Optional.empty();
    }

    /**
     * A file, named by its digests and its length.
     *
     * @param name as the vendor calls it; null if it has no name. The receipt attests the bytes, not the name.
     */
    record FileHandover(Content content, @Nullable String name) implements Handover {

        @Override
        public Kind kind() {
            return Kind.FILE;
        }

        @Override
        public Optional<FileHandover> file() {
            return Optional.of(this);
        }

        /**
         * Applies to the moment of delivery, not to the value: stored names are always read.
         *
         * @throws Invalid at the name, if no file can have it
         */
        public void checkName() {
            if (name != null) Names.checkFile("name", name);
        }
    }

    /**
     * Permission to call an interface of the vendor. No channel for it is wired yet.
     *
     * @param quota how many calls it permits
     * @param until the instant at which it ends
     */
    record AccessGrant(URI endpoint, long quota, Instant until) implements Handover {

        public AccessGrant {
            mustBeAnAddress("handover.endpoint", endpoint);
            Numbers.check("handover.quota", quota, 1, Numbers.LARGEST);
        }

        @Override
        public Kind kind() {
            return Kind.ACCESS_GRANT;
        }
    }

    /**
     * Permission to read the vendor's feed. No channel for it is wired yet.
     *
     * @param until the instant at which it ends
     */
    record Subscription(URI feed, Instant until) implements Handover {

        public Subscription {
            mustBeAnAddress("handover.feed", feed);
        }

        @Override
        public Kind kind() {
            return Kind.SUBSCRIPTION;
        }
    }

    private static void mustBeAnAddress(String path, URI address) {
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw Invalid.at(path, "value.malformed", "must be an https address", "https://…");
        }
    }
}
