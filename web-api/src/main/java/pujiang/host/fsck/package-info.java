/** Checks of the consistency of all stored data: streams, receipts, transfers, answers and boards. */
@NullMarked
package pujiang.host.fsck;

import org.jspecify.annotations.NullMarked;
