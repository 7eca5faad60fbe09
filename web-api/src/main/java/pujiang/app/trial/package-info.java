/** Drafts of the law on trial, each in a process of its own without the exchange's rights (草案隔离试算). */
@NullMarked
package pujiang.app.trial;

import org.jspecify.annotations.NullMarked;
