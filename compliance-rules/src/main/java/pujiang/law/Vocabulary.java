package pujiang.law;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pujiang.compliance.Condition;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Clause.Argument;
import pujiang.law.Clause.Argument.Constant;
import pujiang.law.Clause.Argument.Day;
import pujiang.law.Clause.Argument.Flag;
import pujiang.law.Clause.Argument.Question;
import pujiang.law.Clause.Argument.Threshold;
import pujiang.law.Clause.Argument.Whole;
import pujiang.law.Clause.Argument.Year;

/**
 * The words that a rule may use, with their arguments. A word is a method of these classes. Its arguments are checked
 * here, with file and line, before the engine compiles the rule.
 */
final class Vocabulary {

    static final List<Class<?>> CLASSES =
            List.of(Conditions.class, Definitions.class, CrossBorder.class, PublicData.class, Audits.class);

    private static final Map<String, List<Method>> WORDS = CLASSES.stream()
            .flatMap(words -> Arrays.stream(words.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> method.getReturnType() == Condition.class)
            .collect(Collectors.groupingBy(Method::getName));

    private static final Map<String, Type> CONSTANTS = FactDictionary.constants();

    private Vocabulary() {}

    /** In alphabetical order. */
    static Set<String> words() {
        return new TreeSet<>(WORDS.keySet());
    }

    static boolean knows(String word) {
        return WORDS.containsKey(word);
    }

    /** Whether the name is a fact, or a value of one. */
    static boolean hasConstant(String name) {
        return CONSTANTS.containsKey(name);
    }

    /** Whether the word accepts these arguments. */
    static boolean fits(String word, List<Argument> arguments) {
        return WORDS.getOrDefault(word, List.of()).stream().anyMatch(method -> fits(method, arguments));
    }

    /** The arguments that the word accepts, for an error message. */
    static String usage(String word) {
        return WORDS.getOrDefault(word, List.of()).stream()
                .map(method -> Arrays.stream(method.getGenericParameterTypes())
                        .map(Vocabulary::shown)
                        .collect(Collectors.joining(", ", word + "(", method.isVarArgs() ? " …)" : ")")))
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private static String shown(Type type) {
        return type.getTypeName().replaceAll("[a-z]+\\.|\\[]", "").replace("ProposedExchange", "this");
    }

    private static boolean fits(Method method, List<Argument> arguments) {
        var types = method.getGenericParameterTypes();
        int fixed = method.isVarArgs() ? types.length - 1 : types.length;
        if (arguments.size() < fixed || (arguments.size() > fixed && !method.isVarArgs())) return false;
        var bound = new HashMap<TypeVariable<?>, Type>();
        for (int i = 0; i < arguments.size(); i++) {
            var type = i < fixed ? types[i] : component(types[fixed]);
            if (!fits(type, typeOf(arguments.get(i)), bound)) return false;
        }
        return true;
    }

    private static Type component(Type array) {
        return array instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : ((Class<?>) array).getComponentType();
    }

    /** As the compiler would infer it, for the few forms that exist; a variable is one type throughout. */
    private static boolean fits(Type wanted, Type given, Map<TypeVariable<?>, Type> bound) {
        return switch (wanted) {
            case TypeVariable<?> variable -> {
                var before = bound.putIfAbsent(variable, boxed(given));
                yield before == null || before.equals(boxed(given));
            }
            case ParameterizedType generic ->
                given instanceof ParameterizedType other
                        && generic.getRawType().equals(other.getRawType())
                        && fits(generic.getActualTypeArguments()[0], other.getActualTypeArguments()[0], bound);
            case WildcardType _ -> true;
            case Class<?> plain -> plain.equals(given) || (plain == long.class && given == int.class);
            default -> false;
        };
    }

    private static Type boxed(Type type) {
        if (type == boolean.class) return Boolean.class;
        if (type == long.class) return Long.class;
        return type == int.class ? Integer.class : type;
    }

    private static Type typeOf(Argument argument) {
        return switch (argument) {
            case Question _ -> ProposedExchange.class;
            case Day _ -> LocalDate.class;
            case Year _ -> int.class;
            case Threshold _, Whole _ -> long.class;
            case Flag _ -> boolean.class;
            case Constant(var name) -> CONSTANTS.getOrDefault(name, void.class);
        };
    }
}
