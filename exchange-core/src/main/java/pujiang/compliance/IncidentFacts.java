package pujiang.compliance;

/** Facts about a security incident (安全事件). */
public final class IncidentFacts {

    public static final Fact<Boolean> PI_LEAK =
            Fact.bool("incident.piLeak", "个人信息泄露、篡改、丢失", "PI breach happened or may happen");

    public static final Fact<Level> LEVEL = Fact.oneOf("incident.level", Level.class, "网络安全事件级别", "incident level");

    public static final Fact<Long> HOURS_KNOWN = Fact.integer("incident.hoursKnown", "知悉后小时数", "hours since known");

    public static final Fact<Boolean> REPORTED = Fact.bool("incident.reported", "已报告", "reported to authority");

    public static final Fact<Boolean> SUBJECTS_NOTIFIED =
            Fact.bool("incident.subjectsNotified", "已通知个人", "persons notified, or lawfully not needed");

    public enum Level {
        NONE,
        GENERAL,
        LARGER,
        MAJOR,
        EXTRA_MAJOR
    }

    private IncidentFacts() {}
}
