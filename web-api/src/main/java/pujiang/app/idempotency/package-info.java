/** Actions that happen once, however often a caller has to send them (draft-ietf-httpapi-idempotency-key-header-08). */
@NullMarked
package pujiang.app.idempotency;

import org.jspecify.annotations.NullMarked;
