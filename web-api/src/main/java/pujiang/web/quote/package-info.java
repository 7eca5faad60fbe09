/** What an order would meet, asked before any commitment; 报价. */
@NullMarked
package pujiang.web.quote;

import org.jspecify.annotations.NullMarked;
