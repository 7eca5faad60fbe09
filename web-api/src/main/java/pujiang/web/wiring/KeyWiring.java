package pujiang.web.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.web.board.SharedKeyBoard;
import pujiang.web.paging.CursorKey;

/** Keys that come from the database, because all processes on it must have the same. */
@Configuration(proxyBeanMethods = false)
class KeyWiring {

    @Bean
    CursorKey cursorKey(SharedKeyBoard keys) {
        return new CursorKey(keys.named("cursor"));
    }
}
