package pujiang.history;

import java.util.List;

/** How the events of the watch over a trade have changed. */
final class WatchRevisions {

    static final List<Upcast> STEPS = List.of(Upcast.decides("watch.judged", 1));

    private WatchRevisions() {}
}
