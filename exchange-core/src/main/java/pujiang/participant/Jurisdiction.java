package pujiang.participant;

/** Where an organisation is established. Hong Kong, Macao and Taiwan count as outside the mainland (境外). */
public enum Jurisdiction {
    MAINLAND,
    HK_MO_TW,
    FOREIGN
}
