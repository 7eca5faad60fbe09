/** Puts the program together: its folder, its database, its event store, its clock and its chance. */
@NullMarked
package pujiang.host.wiring;

import org.jspecify.annotations.NullMarked;
