/** Followers: read models and processes that read events after they are committed. */
@NullMarked
package pujiang.app.follower;

import org.jspecify.annotations.NullMarked;
