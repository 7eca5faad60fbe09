package pujiang.app.evidence;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.app.start.DataFolder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogSettings.class)
class LogWiring {

    @Bean
    HighWaterMark highWaterMark(DataFolder data, LogSettings settings) {
        var files = new ArrayList<>(List.of(data.evidence().resolve("last-checkpoint")));
        var second = settings.secondMark();
        if (second != null) files.add(second.toAbsolutePath());
        return new HighWaterMark(files);
    }
}
