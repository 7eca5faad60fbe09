package pujiang.compliance;

import java.time.LocalDate;

/**
 * The question: may this exchange of data pass this gate, under the law in force on this date, on these facts?
 *
 * @param on the evaluation date (评估日), which selects the versions of the rules; not the date on which anyone asks
 */
public record ProposedExchange(Gate gate, LocalDate on, FactSheet facts) {

    /** The same question with other facts: the hypothesis of an explanation, or a rehearing. */
    public ProposedExchange given(FactSheet others) {
        return new ProposedExchange(gate, on, others);
    }
}
