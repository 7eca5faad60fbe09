/** The rules: instruments, articles, dated thresholds, and the engine that evaluates them. */
@NullMarked
package pujiang.law;

import org.jspecify.annotations.NullMarked;
