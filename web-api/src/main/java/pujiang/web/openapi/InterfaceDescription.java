package pujiang.web.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pujiang.app.decision.DecisionRef;
import pujiang.app.edition.Edition;
import pujiang.app.paging.Paging;
import pujiang.app.security.Caller;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.problem.Problem;

/** Common parts of all operations: authentication, errors, and the headers that parameters represent. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    private static final String BEARER = "bearer";

    static {
        // These are what a header, the query or the token says, not parameters of the interface.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Idempotent.class, Edition.class, Paging.class, Caller.class)
                .replaceWithClass(DecisionRef.class, String.class);
        ModelResolver.enumsAsRef = true;
    }

    @Bean
    OpenAPI exchange() {
        return new OpenAPI()
                .info(new Info()
                        .title("Pujiang 浦江")
                        .version("v1")
                        .description("A data exchange. Creation is PUT with an id of the caller's choice; actions are "
                                + "POST with an Idempotency-Key; lists are paged by cursor; edits name the edition in "
                                + "If-Match. Problems are described by RFC 9457; their codes are stable.")
                        .contact(new Contact().name("The operator of the exchange that serves this description"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("The exchange that serves this description.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of POST /api/v1/tokens.")));
    }

    @Bean
    DomainSchemas domainSchemas() {
        return new DomainSchemas();
    }

    @Bean
    OperationCustomizer operationDescription() {
        return new OperationDescription();
    }

    @Bean
    OpenApiCustomizer wholeInterface() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            if (api.getPaths() == null) return;
            Headers.describe(api.getComponents());
            new ProblemResponses(api).describe();
            ProblemResponses.name(api.getComponents(), api);
            sections(api);
            Choices.describe(api);
        };
    }

    private static void sections(OpenAPI api) {
        api.getPaths().forEach((path, item) -> item.readOperations()
                .forEach(operation -> operation.setTags(List.of(Section.of(path).title()))));
        api.setTags(Section.ALL.stream()
                .map(section -> new Tag().name(section.title()).description(section.description()))
                .toList());
    }
}
