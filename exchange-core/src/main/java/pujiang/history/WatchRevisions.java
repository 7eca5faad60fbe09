package pujiang.history;

import java.util.List;

/** The changes of the events of the watch over a trade. */
final class WatchRevisions {

    static final List<Upcast> STEPS = List.of(Upcast.decides("watch.judged", 1));

    private WatchRevisions() {}
}
