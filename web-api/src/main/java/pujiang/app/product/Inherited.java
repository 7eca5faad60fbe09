package pujiang.app.product;

import pujiang.product.ProductId;
import pujiang.stop.Stop;

/** A stop that stands on a product because it stands on what that is derived from. */
public record Inherited(ProductId source, Stop stop) {}
