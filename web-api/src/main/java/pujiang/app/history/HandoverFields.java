package pujiang.app.history;

import tools.jackson.databind.node.ObjectNode;

/**
 * A handover as a history shows it. The content and the name of a file are among the event's other fields, as they were
 * before there were other kinds. The other kinds are in a separate field.
 */
public final class HandoverFields {

    private static final String HANDOVER = "handover";

    private HandoverFields() {}

    /** @param event as it is stored */
    public static ObjectNode shown(ObjectNode event) {
        if (event.get(HANDOVER) instanceof ObjectNode handover
                && handover.path("kind").asString("").equals("FILE")) {
            event.remove(HANDOVER);
            event.set("content", handover.get("content"));
            event.set("fileName", handover.get("name"));
        }
        return event;
    }
}
