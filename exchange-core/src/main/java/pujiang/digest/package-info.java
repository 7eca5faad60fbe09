/** The digest by which texts and files are named (摘要): SHA-256, computed in one place. */
@NullMarked
package pujiang.digest;

import org.jspecify.annotations.NullMarked;
