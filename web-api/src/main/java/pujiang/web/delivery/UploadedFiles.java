package pujiang.web.delivery;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.delivery.ContentBoard;
import pujiang.app.security.Caller;
import pujiang.delivery.Content;
import pujiang.web.page.Field.Choice;
import pujiang.web.page.Localizer;

/** The files that a participant has uploaded, for it to choose from. */
@Component
final class UploadedFiles {

    private static final int MOST = 50;

    private final ContentBoard contents;

    UploadedFiles(ContentBoard contents) {
        this.contents = contents;
    }

    List<Choice> of(Caller caller, Localizer localizer) {
        return contents.of(caller.own(), MOST).stream()
                .map(content -> new Choice(content.sha256(), told(content, localizer)))
                .toList();
    }

    private static String told(Content content, Localizer localizer) {
        return "%s · %s · %s"
                .formatted(localizer.brief(content.sha256()), localizer.size(content.size()), content.mediaType());
    }
}
