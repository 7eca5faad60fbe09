/** Changes of the rule book: drafts, their replay on decisions of the past, and their activation (规则变更). */
@NullMarked
package pujiang.app.rulebook;

import org.jspecify.annotations.NullMarked;
