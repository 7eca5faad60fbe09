package pujiang.participant;

/** The identification of an organisation at the authority that registered it. */
public sealed interface Registration permits CreditCode, Lei {

    String value();
}
