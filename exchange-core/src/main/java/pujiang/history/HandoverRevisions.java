package pujiang.history;

import tools.jackson.databind.node.ObjectNode;

/** The changes of handovers inside the events of deliveries. */
final class HandoverRevisions {

    private HandoverRevisions() {}

    /** Every delivery was a file, with the vendor's name for it if the event had one. */
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
