package pujiang.host.wiring;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import pujiang.app.board.Board;
import pujiang.app.follower.Follower;
import pujiang.app.history.EventJson;
import pujiang.app.json.DomainModule;
import pujiang.history.EventCatalogue;
import pujiang.history.EventNames;
import pujiang.history.Upcasters;
import pujiang.listing.Listing;
import pujiang.obligation.Obligation;
import pujiang.participant.Participant;
import pujiang.product.Product;
import pujiang.recall.Recall;
import pujiang.rulebook.RuleBookInForce;
import pujiang.trade.Trade;
import pujiang.watch.Watch;

/** Axon put together by hand, each part in sight. See docs/decisions/0002-axon-wired-by-hand.md. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AxonWiring {

    private static final List<Class<?>> AGGREGATES = List.of(
            Participant.class,
            Product.class,
            Listing.class,
            Trade.class,
            Obligation.class,
            Recall.class,
            RuleBookInForce.class,
            Watch.class);

    /** What of a command's metadata every event it causes carries on: who asked, and when. */
    private static final String[] CARRIED_ON = {"actor", "at"};

    private static final String BOARDS = "boards";

    /** The tables of V1__events.sql. */
    private static final EventSchema EVENTS = EventSchema.builder()
            .eventTable("domain_event_entry")
            .snapshotTable("snapshot_event_entry")
            .globalIndexColumn("global_index")
            .timestampColumn("time_stamp")
            .eventIdentifierColumn("event_identifier")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .build();

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("token_entry")
            .setProcessorNameColumn("processor_name")
            .setSegmentColumn("segment")
            .setTokenColumn("token")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("time_stamp")
            .setOwnerColumn("owner")
            .build();

    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager transactions) {
        return new SpringTransactions(transactions);
    }

    @Bean
    EventNames eventNames() {
        return new EventCatalogue();
    }

    /** @throws IllegalArgumentException if a revision of an event cannot be brought to that of today: no start then */
    @Bean
    EventJson eventJson(EventNames names, DomainModule domain) {
        return new EventJson(names, Upcasters.ofTheProgram(), domain);
    }

    /** A command that throws leaves nothing behind: its unit of work rolls back, and with it the request's transaction. */
    @Bean
    @SuppressWarnings("resource") // The bus keeps the interceptor for its whole life.
    CommandBus commandBus(TransactionManager transactions) {
        var bus = SimpleCommandBus.builder().transactionManager(transactions).build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new SimpleCorrelationDataProvider(CARRIED_ON)));
        bus.registerHandlerInterceptor(new FreshnessCheck());
        return bus;
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus) {
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    @Bean
    EventTable eventTable(DataSource database, TransactionManager transactions, EventJson json, Parking parking) {
        var engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .transactionManager(transactions)
                .schema(EVENTS)
                .eventSerializer(json)
                .snapshotSerializer(json);
        return new EventTable(engine, parking.events());
    }

    @Bean
    EventStore eventStore(EventTable table) {
        return EmbeddedEventStore.builder()
                .storageEngine(table)
                // Followers read for themselves: the reader that they would share is gone for good once it was stopped.
                .optimizeEventConsumption(false)
                .build();
    }

    @Bean
    TokenStore tokenStore(DataSource database) {
        return JdbcTokenStore.builder()
                .connectionProvider(new TransactionAwareDataSourceProxy(database)::getConnection)
                .schema(TOKENS)
                .serializer(Jackson3Serializer.builder().build())
                .build();
    }

    @Bean
    FollowerThreads followerThreads() {
        return new FollowerThreads();
    }

    @Bean
    Configuration axon(
            CommandBus bus,
            EventStore store,
            EventTable table,
            Quarantine quarantine,
            TokenStore tokens,
            TransactionManager transactions,
            EventJson json,
            Clock clock,
            ListableBeanFactory beans,
            ObjectProvider<Board> boards,
            ObjectProvider<Follower> followers,
            FollowerThreads threads,
            Parking parking) {
        // Axon stamps events from a static field; the house has one clock.
        GenericEventMessage.clock = clock;
        // False: no parts found on the class path, among them one that reports our versions to the vendor.
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureCommandBus(_ -> bus)
                .configureEventStore(_ -> store)
                .configureTransactionManager(_ -> transactions)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEventSerializer(_ -> json)
                .registerComponent(ParameterResolverFactory.class, _ -> parameters(beans));
        AGGREGATES.forEach(type -> register(type, table, quarantine, configurer));
        var processing = configurer.eventProcessing();
        processing.registerTokenStore(_ -> tokens);
        boards.orderedStream().forEach(board -> processing.registerEventHandler(_ -> board));
        followers.orderedStream().forEach(follower -> parking.follow(follower, threads, processing));
        assign(processing);
        return configurer.buildConfiguration();
    }

    /** Started before the web server takes a request, stopped after it took its last. */
    @Bean
    SmartLifecycle axonLifecycle(Configuration axon) {
        return new AxonLifecycle(axon);
    }

    private static ParameterResolverFactory parameters(ListableBeanFactory beans) {
        return MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(AxonWiring.class), new BeanParameters(beans));
    }

    private static <A> void register(
            Class<A> aggregate, EventTable table, Quarantine quarantine, Configurer configurer) {
        configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(aggregate)
                .configureCommandTargetResolver(_ -> new CommandTargets())
                .configureRepository(axon -> CommittedAggregates.of(aggregate, axon, table, quarantine)));
    }

    /** INVARIANT: no error of a board is swallowed, or the tables would part from the events. */
    private static void assign(EventProcessingConfigurer processing) {
        processing
                .usingSubscribingEventProcessors()
                .registerDefaultErrorHandler(_ -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance())
                .byDefaultAssignHandlerInstancesTo(
                        handler -> handler instanceof Follower follower ? follower.name() : BOARDS);
    }
}
