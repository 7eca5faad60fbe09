/** The digests that identify texts and files (摘要): SHA-256, computed in one place. */
@NullMarked
package pujiang.digest;

import org.jspecify.annotations.NullMarked;
