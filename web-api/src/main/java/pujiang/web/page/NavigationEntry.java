package pujiang.web.page;

import java.util.List;
import pujiang.app.security.Caller;

/** The links that a feature has in the navigation above every page. */
public interface NavigationEntry {

    /** Empty for a caller who has nothing to look for there. */
    List<Link> of(Caller caller);

    /**
     * @param rank where it stands among the others
     * @param text key of its words
     * @param covers how the addresses begin at which it is the current one
     */
    record Link(int rank, String text, String address, List<String> covers) {

        public Link {
            covers = List.copyOf(covers);
        }

        public Link(int rank, String text, String address) {
            this(rank, text, address, List.of(address));
        }

        /** Whether the reader is there. */
        public boolean isCurrent(String at) {
            return covers.stream().anyMatch(at::startsWith);
        }
    }
}
