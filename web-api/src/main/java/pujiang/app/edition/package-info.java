/** ETags of editable resources, against overwriting unread changes. */
@NullMarked
package pujiang.app.edition;

import org.jspecify.annotations.NullMarked;
