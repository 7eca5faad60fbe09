package pujiang.listing;

/** The permitted uses of data; a short list on which a listing and an order can be compared. */
public enum Purpose {
    /** 科学研究. */
    RESEARCH,
    /** 统计分析. */
    ANALYTICS,
    /** 产品研发、模型训练. */
    PRODUCT_DEVELOPMENT,
    /** 风险控制. */
    RISK_CONTROL,
    /** 市场营销. */
    MARKETING,
    /** 公共治理、公益. */
    PUBLIC_SERVICE
}
