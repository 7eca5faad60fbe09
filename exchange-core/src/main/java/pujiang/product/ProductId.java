package pujiang.product;

import pujiang.refusal.Identifiers;

/** The name of a data product, chosen when it is created. */
public record ProductId(String value) {

    public ProductId {
        Identifiers.check("product", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
