package pujiang.app.history;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import pujiang.app.json.DomainModule;
import pujiang.history.EventCatalogue;
import pujiang.history.Upcasters;

/** Reads stored events as the exchange does, without a running exchange. */
public final class StoredEvents {

    private final EventJson json = new EventJson(new EventCatalogue(), Upcasters.ofTheProgram(), new DomainModule());

    /** @throws RuntimeException of any kind, if it cannot be read */
    public Object event(String name, @Nullable String revision, byte[] payload) {
        return json.deserialize(
                new SimpleSerializedObject<>(payload, byte[].class, new SimpleSerializedType(name, revision)));
    }

    /** @throws RuntimeException of any kind, if it cannot be read */
    public MetaData about(byte[] metaData) {
        return json.deserialize(new SerializedMetaData<>(metaData, byte[].class));
    }
}
