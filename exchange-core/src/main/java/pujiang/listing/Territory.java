package pujiang.listing;

/** Where the buyer may be. Hong Kong, Macao and Taiwan count as outside the mainland (境外). */
public enum Territory {
    MAINLAND,
    HK_MO_TW,
    FOREIGN
}
