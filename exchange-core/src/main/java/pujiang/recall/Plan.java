package pujiang.recall;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pujiang.digest.Sha256;
import pujiang.product.ProductId;

/**
 * Everything that is affected, and what is done about each. Two plans that find the same have the same digest, whenever
 * they were made, so a confirmation binds to what was read.
 *
 * @param products that are affected, those derived from others included
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

    /** SHA-256 over one line for each product and each measure, in their order. */
    public String digest() {
        var text = Stream.concat(
                        products.stream().map(product -> "product " + product),
                        measures.stream().map(Measure::line))
                .collect(Collectors.joining("\n"));
        return new Sha256().add(text).named();
    }
}
