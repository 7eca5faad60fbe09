/** Whether all that is stored fits together: every stream, receipt, transfer, answer and board beside what it stands on. */
@NullMarked
package pujiang.host.fsck;

import org.jspecify.annotations.NullMarked;
