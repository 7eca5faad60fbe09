package pujiang.web.delivery;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.web.page.Panel;
import pujiang.web.trade.TradePanel;
import pujiang.web.trade.TradeReading;

/** Instructions for an upload, for readers who must choose a file on this page. */
@Component
final class UploadPanel implements TradePanel {

    /** A file goes in as a stream of its own under its digest; a browser's form would send it in another form. */
    private static final String UPLOAD =
            """
            FILE=series.csv
            TOKEN=$(curl -s EXCHANGE/api/v1/tokens -H 'Content-Type: application/json' \\
              -d '{"username": "…", "password": "…", "name": "upload", "days": 1}' | jq -r .token)
            SHA256=$(sha256sum "$FILE" | cut -d' ' -f1)
            curl -T "$FILE" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: text/csv' \\
              EXCHANGE/api/v1/contents/$SHA256""";

    private final DocumentForms documents;

    UploadPanel(DocumentForms documents) {
        this.documents = documents;
    }

    /** @param none whether the reader cannot do anything before it has uploaded a file */
    record Model(boolean none, String upload) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var trade = reading.trade();
        var caller = reading.caller();
        if (!DeliveryForms.mayDeliver(trade, caller) && !documents.owes(trade, caller)) return List.of();
        var upload = UPLOAD.replace("EXCHANGE", reading.visit().exchange());
        return List.of(new Panel(
                NEXT + 20, "delivery/trade-panel", new Model(reading.forms().isEmpty(), upload)));
    }
}
