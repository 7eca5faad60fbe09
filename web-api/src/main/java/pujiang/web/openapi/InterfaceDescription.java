package pujiang.web.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.method.HandlerMethod;
import pujiang.app.edition.Edition;
import pujiang.app.paging.Paging;
import pujiang.web.idempotency.Once;
import pujiang.web.problem.Problem;

/** What every operation shares: who asks, how it fails, and the headers that its parameters stand for. */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    static {
        // These are what a header or the query says, not parameters of the interface.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Once.class, Edition.class, Paging.class);
    }

    @Bean
    OpenAPI exchange() {
        return new OpenAPI()
                .info(new Info()
                        .title("Pujiang 浦江")
                        .version("v1")
                        .description("A data exchange. Creation is PUT with an id of the caller's choice; actions are "
                                + "POST with an Idempotency-Key; lists are paged by cursor; edits name the edition in "
                                + "If-Match.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")));
    }

    @Bean
    DomainSchemas domainSchemas() {
        return new DomainSchemas();
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            if (api.getPaths() == null) return;
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", problem()));
        };
    }

    @Bean
    OperationCustomizer headers() {
        return (operation, method) -> {
            if (asksFor(Once.class, method)) operation.addParametersItem(idempotencyKey());
            if (asksFor(Edition.class, method)) operation.addParametersItem(ifMatch());
            if (asksFor(Paging.class, method)) addPaging(operation);
            return operation;
        };
    }

    private static boolean asksFor(Class<?> type, HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(type::equals);
    }

    private static ApiResponse problem() {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("A problem (RFC 9457); its code is explained at its type")
                .content(new Content().addMediaType(Problem.MEDIA_TYPE, new MediaType().schema(schema)));
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .required(true)
                .description("Makes the action safe to repeat (draft-ietf-httpapi-idempotency-key-header-08): a quoted "
                        + "string, or a token without quotes. The same key with the same request gives the first "
                        + "answer again for at least 24 hours; with another request 422; while the first still runs "
                        + "409. A refused action leaves no record and is judged anew.")
                .schema(new StringSchema().minLength(1).maxLength(257).example("\"order-1-accept\""));
    }

    private static Parameter ifMatch() {
        return new Parameter()
                .in("header")
                .name("If-Match")
                .required(true)
                .description(
                        "The ETag of what this changes: 412 if anything that it shows has changed since. The edition"
                                + " alone, like \"v3\", minds edits only. Missing: 428. No other request takes a"
                                + " condition.")
                .schema(new StringSchema().example("\"v3-5f2c0a1b9d8e7f60\""));
    }

    private static void addPaging(Operation operation) {
        var limit = new IntegerSchema();
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(200));
        limit.setDefault(50);
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("limit")
                .description("How many items a page has.")
                .schema(limit));
        operation.addParametersItem(new Parameter()
                .in("query")
                .name("cursor")
                .description("Where to go on: next of the page before. Do not make or change one.")
                .schema(new StringSchema()));
        var link = new Header()
                .description("The next page, rel=\"next\" (RFC 8288)")
                .schema(new StringSchema());
        operation.getResponses().values().forEach(response -> response.addHeaderObject("Link", link));
    }
}
