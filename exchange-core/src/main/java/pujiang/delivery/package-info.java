/** The delivery of sold data to its buyer: the handover and its channel (交付). */
@NullMarked
package pujiang.delivery;

import org.jspecify.annotations.NullMarked;
