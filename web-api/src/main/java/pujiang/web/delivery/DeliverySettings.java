package pujiang.web.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be chosen about files.
 *
 * @param largest of one upload
 * @param spare disk space that no upload may use up: the database needs it
 * @param start within which a link must be used
 * @param resume within which a download that has begun must end
 */
@ConfigurationProperties("pujiang.delivery")
record DeliverySettings(
        @DefaultValue("20GB") DataSize largest,
        @DefaultValue("256MB") DataSize spare,
        @DefaultValue("15m") Duration start,
        @DefaultValue("24h") Duration resume) {}
