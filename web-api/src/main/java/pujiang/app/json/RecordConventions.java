package pujiang.app.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Nullness;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Derives a record's JSON from its declaration, so that no domain type depends on JSON: a component that is not
 * {@code @Nullable} is required, and a record with one string called {@code value} is that string.
 */
public final class RecordConventions extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Whether a type is written as its one string: {@code TradeId} for example. */
    public static boolean isOneText(Class<?> type) {
        var components = type.getRecordComponents();
        return components != null
                && components.length == 1
                && components[0].getName().equals("value")
                && components[0].getType() == String.class;
    }

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        var isTheText = annotated instanceof AnnotatedMethod method
                && method.getName().equals("value")
                && isOneText(method.getDeclaringClass());
        return isTheText ? Boolean.TRUE : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedConstructor constructor && isOneText(constructor.getDeclaringClass())
                ? JsonCreator.Mode.DELEGATING
                : null;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return component(member).map(RecordConventions::mustBeGiven).orElse(null);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedMember member
                        && component(member)
                                .filter(RecordConventions::mustBeGiven)
                                .isPresent()
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    /** Whether a component must be in the JSON, and not null. */
    public static boolean mustBeGiven(Field component) {
        return component.getType() != Optional.class && Nullness.forField(component) == Nullness.NON_NULL;
    }

    private static Optional<Field> component(AnnotatedMember member) {
        var components = member.getDeclaringClass().getRecordComponents();
        if (components == null) return Optional.empty();
        var name = member instanceof AnnotatedParameter parameter
                ? components[parameter.getIndex()].getName()
                : member.getName();
        try {
            return Optional.of(member.getDeclaringClass().getDeclaredField(name));
        } catch (NoSuchFieldException _) {
            return Optional.empty();
        }
    }
}
