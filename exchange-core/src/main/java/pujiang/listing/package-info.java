/** What is offered, on which terms (挂牌). */
@NullMarked
package pujiang.listing;

import org.jspecify.annotations.NullMarked;
