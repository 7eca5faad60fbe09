package pujiang.product;

import pujiang.refusal.Identifiers;

/** The name of a data product, given by whoever created it. */
public record ProductId(String value) {

    public ProductId {
        Identifiers.check("product", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
