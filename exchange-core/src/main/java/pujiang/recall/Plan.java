package pujiang.recall;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha-256:" + HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
