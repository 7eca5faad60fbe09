package pujiang.web.watch;

import java.time.Instant;

/**
 * What an officer has said about an answer that the law left open.
 *
 * @param decision digest of the answer
 * @param evidence where it can be seen
 */
public record AfterwardsResolution(String decision, String officer, Instant at, String ground, String evidence) {}
