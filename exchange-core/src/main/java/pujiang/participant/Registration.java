package pujiang.participant;

/** How an organisation is known to the authority that registered it. */
public sealed interface Registration permits CreditCode, Lei {

    String value();
}
