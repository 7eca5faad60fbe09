package pujiang.web.wiring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;

/** The rule book, compiled once at the start, and whoever asks it. */
@Configuration(proxyBeanMethods = false)
class LawWiring {

    @Bean
    RuleBook ruleBook() {
        return RuleBook.load();
    }

    @Bean
    LawReview law(RuleBook book) {
        return new LawReview(book);
    }
}
