package pujiang.compliance;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every fact the law may ask, by name. */
public final class FactDictionary {

    private static final List<Fact<?>> ALL = List.of(
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
                    IncidentFacts.class)
            .stream()
            .flatMap(group -> Arrays.stream(group.getDeclaredFields()))
            .filter(field -> field.getType() == Fact.class)
            .<Fact<?>>map(FactDictionary::constant)
            .toList();

    private static final Map<String, Fact<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Fact::name, Function.identity()));

    private FactDictionary() {}

    /** In the order of the catalogue. */
    public static List<Fact<?>> all() {
        return ALL;
    }

    public static Optional<Fact<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Fact<?> constant(Field field) {
        try {
            return (Fact<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError("a fact must be a public constant: " + field, e);
        }
    }
}
