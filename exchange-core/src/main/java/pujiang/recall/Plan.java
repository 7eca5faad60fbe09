package pujiang.recall;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pujiang.digest.Sha256;
import pujiang.product.ProductId;

/**
 * All affected items and the measure for each. Plans with the same content have the same digest, whenever they were
 * made, so a confirmation covers exactly the plan that was read.
 *
 * @param products affected, including derived products
 */
public record Plan(List<ProductId> products, List<Measure> measures) {

    public Plan {
        products = products.stream()
                .distinct()
                .sorted(Comparator.comparing(ProductId::value))
                .toList();
        measures = measures.stream()
                .distinct()
                .sorted(Comparator.comparing(Measure::kind).thenComparing(Measure::line))
                .toList();
    }

    /** SHA-256 over one line for each product and each measure, in order. */
    public String digest() {
        var text = Stream.concat(
                        products.stream().map(product -> "product " + product),
                        measures.stream().map(Measure::line))
                .collect(Collectors.joining("\n"));
        return new Sha256().add(text).named();
    }
}
