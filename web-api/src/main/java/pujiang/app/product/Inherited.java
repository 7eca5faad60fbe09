package pujiang.app.product;

import pujiang.product.ProductId;
import pujiang.stop.Stop;

/** A stop that a product inherits from one of its sources. */
public record Inherited(ProductId source, Stop stop) {}
