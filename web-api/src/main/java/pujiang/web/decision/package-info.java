/** Decisions as they are shown to the parties concerned. */
@NullMarked
package pujiang.web.decision;

import org.jspecify.annotations.NullMarked;
