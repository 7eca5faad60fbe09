/** Obligations of parties: article, deadline, proof, and the consequence of a breach (义务). */
@NullMarked
package pujiang.obligation;

import org.jspecify.annotations.NullMarked;
