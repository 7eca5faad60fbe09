package pujiang.host.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.start.DataFolder;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Provisions;
import pujiang.delivery.DeliveryChannel;
import pujiang.delivery.DeliveryChannels;
import pujiang.evidence.CheckpointListener;
import pujiang.evidence.ExchangeNotary;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.SigningKeys;
import pujiang.law.BundledLaw;
import pujiang.law.LawInForce;
import pujiang.law.RuleBookArchive;
import pujiang.settlement.BankJournal;
import pujiang.settlement.Causes;
import pujiang.settlement.EscrowLedger;
import pujiang.settlement.FeeSchedule;
import pujiang.settlement.Ledger;
import pujiang.trade.DeliveryObjection;
import pujiang.trade.Escrow;
import pujiang.trade.ExportCounts;
import pujiang.trade.FourEyes;
import pujiang.trade.GrantedWaivers;
import pujiang.trade.Notary;
import pujiang.trade.OpenOrders;
import pujiang.trade.TradePorts;

/** Everybody a trade turns to. What stores something does so in the transaction of the event that asks for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TradeSettings.class, ExchangeSettings.class, LawSettings.class})
class TradeWiring {

    /** Compiled beside the rest of the start, which takes less time than the book. */
    @Bean
    BundledLaw ownLaw(LawSettings settings) {
        return BundledLaw.begin(Duration.ofMinutes(2), settings.limit());
    }

    /** The program's own book, until another was activated. */
    @Bean
    LawInForce law(BundledLaw own, RuleBookArchive kept, LawSettings settings) {
        return new LawInForce(own, kept, settings.limit());
    }

    /** An exchange that is behind the law, or still compiles it, decides nothing: nobody should send it anything to decide. */
    @Bean
    HealthIndicator lawHealthIndicator(LawInForce law) {
        return () -> (law.isReady() ? Health.up() : Health.outOfService()).build();
    }

    @Bean
    @Primary
    DecisionMetrics watchedLaw(
            LawInForce law, ExchangeSettings exchange, DeliveryChannels channels, MeterRegistry meters) {
        return new DecisionMetrics(exchange.statement(channels).before(law), meters);
    }

    @Bean
    DeliveryChannels deliveryChannels(List<DeliveryChannel> wired) {
        return DeliveryChannels.of(wired);
    }

    @Bean
    Provisions provisions(LawInForce law) {
        return law.provisions();
    }

    @Bean
    Ledger ledger(DataSource database) {
        return new Ledger(new TransactionAwareDataSourceProxy(database));
    }

    @Bean
    BankJournal bankJournal(DataSource database) {
        return new BankJournal(new TransactionAwareDataSourceProxy(database));
    }

    @Bean
    FeeSchedule fees() {
        return FeeSchedule.load();
    }

    @Bean
    Escrow escrow(Ledger ledger, FeeSchedule fees, Clock clock, Causes causes) {
        return new EscrowLedger(ledger, fees, clock, causes);
    }

    @Bean
    SigningKeys signingKeys(DataFolder data, SecureRandom random) throws IOException {
        return SigningKeys.at(data.secrets().resolve("signing-keys"), random);
    }

    @Bean
    ExchangeNotary notary(SigningKeys keys) {
        return new ExchangeNotary(keys);
    }

    @Bean
    MerkleLog merkleLog(
            DataSource database,
            SigningKeys keys,
            @Value("${pujiang.log.origin}") String origin,
            CheckpointListener watch,
            Clock clock) {
        return new MerkleLog(new TransactionAwareDataSourceProxy(database), keys, origin, watch, clock);
    }

    @Bean
    FourEyes fourEyes(TradeSettings settings) {
        return settings.fourEyes();
    }

    @Bean
    TradePorts tradeDesk(
            ComplianceReview law,
            ExportCounts exports,
            Escrow escrow,
            Notary notary,
            TradeSettings settings,
            FourEyes fourEyes,
            GrantedWaivers grantedWaivers,
            DeliveryObjection objection,
            OpenOrders openOrders,
            DeliveryChannels channels,
            Clock clock) {
        return new TradePorts(
                law,
                exports,
                escrow,
                notary,
                settings.periods(),
                fourEyes,
                grantedWaivers,
                objection,
                openOrders,
                channels,
                clock);
    }
}
