/** A data product and its profile, and its registration (登记). */
@NullMarked
package pujiang.product;

import org.jspecify.annotations.NullMarked;
