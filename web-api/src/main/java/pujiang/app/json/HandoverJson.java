package pujiang.app.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import pujiang.delivery.Handover.AccessGrant;
import pujiang.delivery.Handover.FileHandover;
import pujiang.delivery.Handover.Subscription;

/** A handover as events store it, with the name of its kind: {@code {"kind": "FILE", "content": …, "name": …}}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FileHandover.class, name = "FILE"),
    @JsonSubTypes.Type(value = AccessGrant.class, name = "ACCESS_GRANT"),
    @JsonSubTypes.Type(value = Subscription.class, name = "SUBSCRIPTION")
})
interface HandoverJson {}
