package pujiang.host.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.app.board.SharedKeyBoard;
import pujiang.app.paging.CursorKey;

/** Keys that come from the database, because all processes on it must have the same. */
@Configuration(proxyBeanMethods = false)
class KeyWiring {

    @Bean
    CursorKey cursorKey(SharedKeyBoard keys) {
        return new CursorKey(keys.named("cursor"));
    }
}
