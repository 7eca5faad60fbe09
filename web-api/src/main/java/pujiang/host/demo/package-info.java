/** The demo: a user of the public interface, on real data; it can do nothing that another user cannot. */
@NullMarked
package pujiang.host.demo;

import org.jspecify.annotations.NullMarked;
