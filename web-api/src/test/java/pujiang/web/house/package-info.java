/** What keeps the house as it is meant to be: its walls, its words, its tidiness, its documents. */
@NullMarked
package pujiang.web.house;

import org.jspecify.annotations.NullMarked;
