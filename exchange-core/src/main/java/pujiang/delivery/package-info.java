/** How what was sold comes to its buyer: what is handed over, and through which channel (交付). */
@NullMarked
package pujiang.delivery;

import org.jspecify.annotations.NullMarked;
