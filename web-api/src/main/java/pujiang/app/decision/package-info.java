/** How the law's answers are shown to the people whom they concern. */
@NullMarked
package pujiang.app.decision;

import org.jspecify.annotations.NullMarked;
