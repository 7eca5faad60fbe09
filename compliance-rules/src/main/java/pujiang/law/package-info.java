/** The law as rules: instruments, articles, dated thresholds, and the engine that asks them. */
@NullMarked
package pujiang.law;

import org.jspecify.annotations.NullMarked;
