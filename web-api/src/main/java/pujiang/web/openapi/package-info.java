/** The interface described for machines (OpenAPI 3.1), with what holds for every operation said once. */
@NullMarked
package pujiang.web.openapi;

import org.jspecify.annotations.NullMarked;
