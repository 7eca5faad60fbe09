/** Who trades, in which role, where established, and how that was verified (数商入驻). */
@NullMarked
package pujiang.participant;

import org.jspecify.annotations.NullMarked;
