/** The participants: role, place of establishment and verification (数商入驻). */
@NullMarked
package pujiang.participant;

import org.jspecify.annotations.NullMarked;
