/** Contributions of features to the start: claims on the database, notes for the console, the data folder. */
@NullMarked
package pujiang.app.start;

import org.jspecify.annotations.NullMarked;
