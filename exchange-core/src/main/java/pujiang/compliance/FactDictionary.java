package pujiang.compliance;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All facts that rules can use, by name. */
public final class FactDictionary {

    private static final List<Class<?>> GROUPS = List.of(
            SellerFacts.class,
            BuyerFacts.class,
            ProductFacts.class,
            PersonalInformationFacts.class,
            UseFacts.class,
            ContractFacts.class,
            ExportFacts.class,
            TradeFacts.class,
            PublicDataFacts.class,
            ExchangeFacts.class,
            IncidentFacts.class);

    private static final List<Fact<?>> ALL = GROUPS.stream()
            .flatMap(group -> Arrays.stream(group.getDeclaredFields()))
            .filter(field -> field.getType() == Fact.class)
            .<Fact<?>>map(FactDictionary::constant)
            .toList();

    private static final List<Fact<?>> ALPHABETICAL =
            ALL.stream().sorted(Comparator.comparing(Fact::name)).toList();

    private static final Map<String, Fact<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Fact::name, Function.identity()));

    private FactDictionary() {}

    /** In the order of the catalogue. */
    public static List<Fact<?>> all() {
        return ALL;
    }

    /** In the order of their names, as digests need it. */
    static List<Fact<?>> alphabetical() {
        return ALPHABETICAL;
    }

    public static Optional<Fact<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Facts and their values as rules write them, each with its type: {@code ProductFacts.GRADE} is a
     * {@code Fact<Grade>}, {@code ProductFacts.Grade.CORE} a {@code Grade}.
     */
    public static Map<String, Type> constants() {
        var facts = GROUPS.stream()
                .flatMap(group -> Arrays.stream(group.getDeclaredFields()))
                .filter(field -> field.getType() == Fact.class)
                .map(field -> Map.entry(
                        field.getDeclaringClass().getSimpleName() + "." + field.getName(), field.getGenericType()));
        var values = GROUPS.stream()
                .flatMap(group -> Arrays.stream(group.getDeclaredClasses()))
                .filter(Class::isEnum)
                .flatMap(type -> Arrays.stream(type.getEnumConstants())
                        .map(value -> Map.entry(
                                "%s.%s.%s"
                                        .formatted(
                                                type.getDeclaringClass().getSimpleName(), type.getSimpleName(), value),
                                (Type) type)));
        return Stream.concat(facts, values)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Fact<?> constant(Field field) {
        try {
            return (Fact<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError("a fact must be a public constant: " + field, e);
        }
    }
}
