package pujiang.app.obligation;

import org.springframework.stereotype.Component;
import pujiang.app.stop.Discharges;
import pujiang.obligation.ObligationId;

/** Reads them off the board. */
@Component
class DischargedObligations implements Discharges {

    private final ObligationBoard board;

    DischargedObligations(ObligationBoard board) {
        this.board = board;
    }

    @Override
    public boolean isDischarged(String obligation) {
        return board.get(new ObligationId(obligation)).state().equals("discharged");
    }
}
