/** The result of an order, evaluated before any commitment; 报价. */
@NullMarked
package pujiang.app.quote;

import org.jspecify.annotations.NullMarked;
