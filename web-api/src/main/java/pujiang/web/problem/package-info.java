/** Every refusal over HTTP as an RFC 9457 problem with a stable code, in the caller's language. */
@NullMarked
package pujiang.web.problem;

import org.jspecify.annotations.NullMarked;
