/** Why a decision fell as it did, what would change it, and how it would fall on another day. */
@NullMarked
package pujiang.app.explanation;

import org.jspecify.annotations.NullMarked;
