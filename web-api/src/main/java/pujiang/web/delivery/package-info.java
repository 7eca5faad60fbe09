/** Delivery over HTTP: what vendors upload, what is handed over, and the links by which buyers fetch it. */
@NullMarked
package pujiang.web.delivery;

import org.jspecify.annotations.NullMarked;
