/** Users, sign-in and permissions: everything is denied unless granted. */
@NullMarked
package pujiang.web.security;

import org.jspecify.annotations.NullMarked;
