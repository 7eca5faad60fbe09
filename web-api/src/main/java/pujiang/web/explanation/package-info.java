/** Reasons of a decision, changes that would change it, and its result on another day. */
@NullMarked
package pujiang.web.explanation;

import org.jspecify.annotations.NullMarked;
