package pujiang.history;

import tools.jackson.databind.node.ObjectNode;

/** How what is handed over stands inside the events of deliveries. */
final class HandoverRevisions {

    private HandoverRevisions() {}

    /** A delivery was a file and nothing else, with the vendor's name for it where the event had one. */
    static ObjectNode ofAFile(ObjectNode event) {
        var content = event.remove("content");
        var name = event.remove("fileName");
        var handover = event.putObject("handover").put("kind", "FILE");
        handover.set("content", content);
        if (name == null) handover.putNull("name");
        else handover.set("name", name);
        return event;
    }
}
