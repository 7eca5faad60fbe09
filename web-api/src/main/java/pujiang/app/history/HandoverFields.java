package pujiang.app.history;

import tools.jackson.databind.node.ObjectNode;

/**
 * How a history shows what was handed over. The content and the name of a file stand beside the event's other fields, as they
 * did before there were other kinds. The other kinds stand in a field of their own.
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
