package pujiang.compliance;

import java.time.LocalDate;

/**
 * The question: may this exchange of data pass this gate, under the law in force on this date, on these facts?
 *
 * @param on the evaluation date (评估日), which selects the versions of the rules; not the date of the request
 */
public record ProposedExchange(Gate gate, LocalDate on, FactSheet facts) {

    /** The same question with other facts, for an explanation or a repeated evaluation. */
    public ProposedExchange given(FactSheet others) {
        return new ProposedExchange(gate, on, others);
    }
}
