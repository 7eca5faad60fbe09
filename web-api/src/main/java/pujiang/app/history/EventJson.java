package pujiang.app.history;

import java.nio.charset.StandardCharsets;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import pujiang.app.json.DomainModule;
import pujiang.app.json.ParsedTexts;
import pujiang.history.EventNames;
import pujiang.history.Upcasters;

/**
 * Events as JSON under their stored names, so that stored events, which must last for years, contain no class name. All
 * code that reads stored events uses this class: aggregates, event processors, parked events and fsck. So
 * {@link Upcasters} here bring an event of an earlier revision to the form of today.
 */
public final class EventJson extends Jackson3Serializer {

    private final EventNames names;
    private final Upcasters upcasters;
    private final DomainModule domain;
    private final ParsedTexts parsed;
    private final boolean forFollowers;

    public EventJson(EventNames names, Upcasters upcasters, DomainModule domain) {
        this(names, upcasters, domain, new ParsedTexts(), false);
    }

    private EventJson(
            EventNames names, Upcasters upcasters, DomainModule domain, ParsedTexts parsed, boolean forFollowers) {
        super(builder()
                .revisionResolver(new AnnotationRevisionResolver())
                .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(domain)));
        this.names = names;
        this.upcasters = upcasters;
        this.domain = domain;
        this.parsed = parsed;
        this.forFollowers = forFollowers;
    }

    /**
     * The same for who reads the events of all: one under a name, or of a revision, that this program does not know comes as
     * an unknown one, which a follower parks, and does not end the reading. An aggregate is never read around it.
     */
    public EventJson forFollowers() {
        return new EventJson(names, upcasters, domain, parsed, true);
    }

    @Override
    @SuppressWarnings("rawtypes") // As Axon declares it.
    public SerializedType typeForClass(Class type) {
        var plain = super.typeForClass(type);
        return isAxons(type) ? plain : new SimpleSerializedType(names.nameOf(type), plain.getRevision());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(MetaData.class.getName())) return MetaData.class;
        return forFollowers ? classOrUnknown(type) : names.classOf(type.getName());
    }

    private Class<?> classOrUnknown(SerializedType type) {
        if (!upcasters.reads(type.getName(), type.getRevision())) return UnknownSerializedType.class;
        try {
            return names.classOf(type.getName());
        } catch (IllegalArgumentException _) {
            return UnknownSerializedType.class;
        }
    }

    /** An event processor reads it a moment later. Metadata changes in storage: an instant is read back as a string. */
    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object event, Class<T> representation) {
        var stored = super.serialize(event, representation);
        if (event != null && !isAxons(event.getClass()) && stored.getData() instanceof byte[] bytes) {
            parsed.written(text(bytes), event);
        }
        return stored;
    }

    /** A trade's first events are read again by each of its commands. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Axon declares it; its own casts as well.
    public <S, T> T deserialize(SerializedObject<S> stored) {
        if (!(stored.getData() instanceof byte[] bytes)) return super.deserialize(stored);
        var type = (Class<Object>) classForType(stored.getType());
        if (type.equals(UnknownSerializedType.class)) return super.deserialize(stored);
        return (T) parsed.of(
                key(stored.getType(), bytes), type, () -> super.deserialize(current(stored.getType(), bytes)));
    }

    private SerializedObject<byte[]> current(SerializedType type, byte[] stored) {
        var current = upcasters.current(type.getName(), type.getRevision(), stored);
        return new SimpleSerializedObject<>(current, byte[].class, type);
    }

    /** The same text means something else in another revision. No JSON begins with a number and a line's end. */
    private String key(SerializedType type, byte[] stored) {
        return upcasters.isCurrent(type.getName(), type.getRevision())
                ? text(stored)
                : type.getRevision() + "\n" + text(stored);
    }

    /** One character a byte: only for comparison, and the cheapest text there is. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static boolean isAxons(Class<?> type) {
        return MetaData.class.isAssignableFrom(type);
    }
}
