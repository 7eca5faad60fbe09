package pujiang.web.wiring;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import pujiang.history.EventNames;

/** Events as JSON under their stored names, so that no class name is ever written beside what must last for years. */
final class EventJson extends Jackson3Serializer {

    private final EventNames names;

    EventJson(EventNames names, DomainModule domain) {
        super(builder()
                .revisionResolver(new AnnotationRevisionResolver())
                .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(domain)));
        this.names = names;
    }

    @Override
    @SuppressWarnings("rawtypes") // As Axon declares it.
    public SerializedType typeForClass(Class type) {
        var plain = super.typeForClass(type);
        return isAxons(type) ? plain : new SimpleSerializedType(names.nameOf(type), plain.getRevision());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return type.getName().equals(MetaData.class.getName()) ? MetaData.class : names.classOf(type.getName());
    }

    private static boolean isAxons(Class<?> type) {
        return MetaData.class.isAssignableFrom(type);
    }
}
