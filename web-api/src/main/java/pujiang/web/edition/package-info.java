/** ETags of editable resources, against overwriting unread changes. */
@NullMarked
package pujiang.web.edition;

import org.jspecify.annotations.NullMarked;
