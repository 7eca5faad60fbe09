/** Who is asking, and what they may: everything is denied unless granted. */
@NullMarked
package pujiang.app.security;

import org.jspecify.annotations.NullMarked;
