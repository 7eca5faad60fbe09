/** The result of an order, evaluated before any commitment; 报价. */
@NullMarked
package pujiang.web.quote;

import org.jspecify.annotations.NullMarked;
