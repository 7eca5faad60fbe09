/** Suspensions (暂停、中止): their authors, their grounds and how they are lifted. */
@NullMarked
package pujiang.stop;

import org.jspecify.annotations.NullMarked;
