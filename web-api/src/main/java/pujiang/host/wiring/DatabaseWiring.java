package pujiang.host.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import pujiang.app.command.DeadlockRetry;
import pujiang.app.job.Contention;
import pujiang.app.start.DataFolder;
import pujiang.app.start.StartClaim;

/**
 * The data folder and the database, in the order in which each needs the one before: folder, server, connections,
 * schema. The context ends them the other way round, so no connection outlives its server.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseWiring {

    @Bean
    Progress progress() {
        return Progress.onConsole();
    }

    @Bean
    DataFolderClaim dataFolderClaim(@Value("${pujiang.data}") Path wanted) {
        return DataFolderClaim.on(wanted);
    }

    @Bean
    DataFolder dataFolder(DataFolderClaim claim, Progress progress) {
        progress.step("data folder", "数据目录", claim.folder().root().toString());
        return claim.folder();
    }

    @Bean
    Secrets secrets(DataFolder data, SecureRandom random) {
        return new Secrets(data.secrets(), random);
    }

    /** Where Boot looks for the database's address; a given address wins and no server is started. */
    @Bean
    @ConditionalOnExpression("environment.getProperty('spring.datasource.url') == null")
    EmbeddedDatabase embeddedDatabase(DataFolder data, DatabaseSettings settings, Secrets secrets, Progress progress)
            throws IOException, InterruptedException {
        return EmbeddedDatabase.start(data, settings, secrets, progress);
    }

    @Bean
    MeterBinder databaseRevivals(ObjectProvider<EmbeddedDatabase> embedded) {
        return meters -> embedded.ifAvailable(
                database -> Gauge.builder("pujiang.database.revivals", database, EmbeddedDatabase::revivals)
                        .description("How often the embedded database was started again within the last hour")
                        .register(meters));
    }

    /** For the transaction manager alone; whoever asks for a data source gets the other one. */
    @Bean(defaultCandidate = false)
    TransactionPool transactionPool(HikariDataSource database) {
        return TransactionPool.beside(database);
    }

    @Bean
    JdbcTransactionManager transactionManager(@Qualifier("transactionPool") TransactionPool pool) {
        return new Commits(pool);
    }

    /** Both pools are of one database: whoever asks for its health waits for one of them, and not for each in turn. */
    @Bean
    HealthContributor dbHealthContributor(DataSource database) {
        return new DataSourceHealthIndicator(database);
    }

    @Bean
    DeadlockRetry deadlocks(SecureRandom random, MeterRegistry meters) {
        return new DeadlockRetry(random, meters);
    }

    @Bean
    Contention contention() {
        return DeadlockRetry::stoodInTheWay;
    }

    /** Everything that may refuse the start comes first: the settings, then what the database itself says. */
    @Bean
    FlywayMigrationStrategy schema(
            Progress progress,
            ListableBeanFactory beans,
            ObjectProvider<StartClaim> claims,
            DatabaseSettings settings) {
        return flyway -> {
            readSettings(beans);
            claims.orderedStream()
                    .forEach(claim -> claim.check(flyway.getConfiguration().getDataSource()));
            var result = EventGaps.checked(flyway, settings.keepGaps()).migrate();
            progress.step(
                    "schema",
                    "数据结构",
                    "%d migrations applied, version %s 已应用的迁移数及当前版本"
                            .formatted(
                                    result.migrationsExecuted,
                                    flyway.info().current().getVersion()));
        };
    }

    /** A setting that is none is found when it is read, which otherwise would be after the schema was changed. */
    private static void readSettings(ListableBeanFactory beans) {
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var type = beans.getType(name);
            if (type != null && type.getName().startsWith("pujiang.")) beans.getBean(name);
        }
    }
}
