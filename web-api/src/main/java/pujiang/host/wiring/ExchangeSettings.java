package pujiang.host.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import pujiang.compliance.ExchangeStatement;
import pujiang.delivery.DeliveryChannels;

/** What the operator answers for about its exchange; what each means stands at {@link ExchangeStatement}. */
@ConfigurationProperties("pujiang.exchange")
record ExchangeSettings(
        @DefaultValue("12") int logRetentionMonths,
        @DefaultValue("3") int tradeRetentionYears,
        @DefaultValue("3") int provideRetentionYears,
        @DefaultValue("false") boolean largePlatform,
        @DefaultValue("false") boolean largePlatformDutiesMet) {

    /** @param channels from which follows what the exchange states about its deliveries */
    ExchangeStatement statement(DeliveryChannels channels) {
        return new ExchangeStatement(
                logRetentionMonths,
                tradeRetentionYears,
                provideRetentionYears,
                largePlatform,
                largePlatformDutiesMet,
                channels.areApproved());
    }
}
