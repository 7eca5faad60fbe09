/** The JSON form of values, and the strict reading of JSON. */
@NullMarked
package pujiang.app.json;

import org.jspecify.annotations.NullMarked;
