package pujiang.compliance;

/** The points at which the rules are evaluated (环节). The results may differ: consent and counts change with time. */
public enum Gate {
    /** 数商入驻. */
    ONBOARD,
    /** 挂牌. */
    LISTING,
    /** 下单. */
    ORDER,
    /** 交付. */
    DELIVERY,
    /** 交易后监测. */
    POST
}
