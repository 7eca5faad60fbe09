/** Checks of the consistency of all stored data: streams, receipts, transfers, answers and boards. */
@NullMarked
package pujiang.web.fsck;

import org.jspecify.annotations.NullMarked;
