package pujiang.web.delivery;

import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.web.wiring.DataFolder;

/** Where the files lie. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliverySettings.class)
class DeliveryWiring {

    @Bean
    ContentStore contentStore(DataFolder data, DeliverySettings settings) throws IOException {
        return ContentStore.at(
                data.files(), settings.largest().toBytes(), settings.spare().toBytes());
    }
}
