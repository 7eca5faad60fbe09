package pujiang.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;
import pujiang.host.PujiangApplication;
import pujiang.host.wiring.Onlookers;

/**
 * The whole exchange on a free port, with a database of its own. Classes that add nothing to the context share one
 * start, so a test names its things so that no other test meets them.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {PujiangApplication.class, Onlookers.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.main.banner-mode=off")
@ContextConfiguration(initializers = FreshDataFolder.class)
public @interface ExchangeTest {}
