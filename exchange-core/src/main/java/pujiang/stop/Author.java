package pujiang.stop;

/** Who can set a stop. Each lifts its own kind only; what a recall or a breach has led to, its {@link Ground} says. */
public enum Author {
    /** 供方. */
    VENDOR,
    /** 运营方. */
    OPERATOR,
    /** 合规官. */
    OFFICER,
    /** 法律: an answer of the rule book. */
    LAW,
    /** 召回, which an officer has confirmed. */
    RECALL,
    /** 义务: what follows from a breach, by the exchange itself. */
    OBLIGATION;

    /** Whether it binds the party on which it stands; the vendor's own pause does not. */
    public boolean isAuthority() {
        return this != VENDOR;
    }
}
