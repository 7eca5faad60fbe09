package pujiang.compliance;

/** The points of a trade at which the law is asked (环节). At each the answer may differ: consent and counts go stale. */
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
