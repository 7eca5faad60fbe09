package pujiang.stop;

/** The authors of suspensions. Each lifts its own kind only; for recalls and breaches see the {@link Ground}. */
public enum Author {
    /** 供方. */
    VENDOR,
    /** 运营方. */
    OPERATOR,
    /** 合规官. */
    OFFICER,
    /** 规则库: a decision of the rules. */
    LAW,
    /** 召回, which an officer has confirmed. */
    RECALL,
    /** 义务: the exchange itself, as the consequence of a breach. */
    OBLIGATION;

    /** Whether it binds the suspended party; the vendor's own pause does not. */
    public boolean isAuthority() {
        return this != VENDOR;
    }
}
