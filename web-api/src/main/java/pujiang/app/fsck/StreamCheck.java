package pujiang.app.fsck;

import org.springframework.stereotype.Component;
import pujiang.app.fsck.EventStream.Stored;
import pujiang.app.fsck.Findings.Subject;

/** Every stream has all of its events, each once, and each can be read. */
@Component
final class StreamCheck implements Check {

    private static final Label LABEL = new Label(
            "streams",
            "事件流",
            "every stream is numbered from 0 without a gap, and every event can be read",
            "每个事件流自 0 起连续编号，每个事件均可读取",
            "allow no actions on this aggregate; compare it with a backup, and restore the backup if it has the event",
            "暂停对该对象的一切操作；与备份比对，备份中有该事件的，从备份恢复");

    private static final Subject STREAMS = new Subject("streams", "流");
    private static final Subject EVENTS = new Subject("events", "事件");

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Examination() {
            @Override
            public void life(EventStream stream) {
                findings.looked(STREAMS);
                findings.looked(EVENTS, stream.events().size());
                long expected = 0;
                for (var stored : stream.events()) {
                    if (stored.number() != expected) broken(stream, stored, expected);
                    if (stored.event() == null) unreadable(findings, stream, stored);
                    expected = stored.number() + 1;
                }
            }

            private void broken(EventStream stream, Stored stored, long expected) {
                if (stored.number() < expected) {
                    findings.damage(
                            stream.place(),
                            "event %d occurs more than once".formatted(stored.number()),
                            "第 %d 号事件重复".formatted(stored.number()));
                } else if (stored.number() == expected + 1) {
                    findings.damage(
                            stream.place(),
                            "event %d is missing".formatted(expected),
                            "缺少第 %d 号事件".formatted(expected));
                } else {
                    findings.damage(
                            stream.place(),
                            "events %d to %d are missing".formatted(expected, stored.number() - 1),
                            "缺少第 %d 至 %d 号事件".formatted(expected, stored.number() - 1));
                }
            }
        };
    }

    private static void unreadable(Findings findings, EventStream stream, Stored stored) {
        findings.damage(
                stream.place(),
                "event %d (%s) cannot be read: %s".formatted(stored.number(), stored.name(), stored.fault()),
                "第 %d 号事件（%s）无法读取".formatted(stored.number(), stored.name()));
    }
}
