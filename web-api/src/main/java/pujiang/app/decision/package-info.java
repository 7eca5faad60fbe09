/** Decisions as they are shown to the parties concerned. */
@NullMarked
package pujiang.app.decision;

import org.jspecify.annotations.NullMarked;
