/** What an order would meet, asked before any commitment; 报价. */
@NullMarked
package pujiang.app.quote;

import org.jspecify.annotations.NullMarked;
