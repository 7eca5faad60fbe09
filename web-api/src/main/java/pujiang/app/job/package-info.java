/** Work that the exchange does by itself: each job for itself, and what fails is tried again later. */
@NullMarked
package pujiang.app.job;

import org.jspecify.annotations.NullMarked;
