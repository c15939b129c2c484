package org.rotfaden.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the description of the interface for machines says beyond its addresses.
@Configuration
class InterfaceDescription {

    private static final String TOKEN = "accessToken";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI interfaceOfThisWorkspace() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Rotfaden")
                                .version("1")
                                .description(
                                        "The workspace of an association, for programs. An access"
                                                + " token comes from POST /api/tokens with e-mail"
                                                + " address and password (HTTP Basic)."))
                .servers(List.of(new Server().url("/")))
                .components(
                        new Components()
                                .addSecuritySchemes(TOKEN, scheme("bearer"))
                                .addSecuritySchemes("password", scheme("basic"))
                                .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /// Whatever is asked, the answer may be a problem.
    @Bean
    OpenApiCustomizer problemsEverywhere() {
        var problem =
                new ApiResponse()
                        .description("Why it was not done")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/"
                                                                                        + PROBLEM))));
        return description ->
                description.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(operation ->
                                operation.getResponses().addApiResponse("default", problem));
    }

    /// Whatever is not done twice by itself may be sent twice.
    @Bean
    OpenApiCustomizer sentTwiceDoneOnce() {
        return description ->
                description.getPaths().entrySet().stream()
                        .filter(path -> !path.getKey().equals(OnceFilter.FILES))
                        .flatMap(path -> Stream.ofNullable(path.getValue().getPost()))
                        .forEach(operation -> operation.addParametersItem(idempotencyKey()));
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name(IdempotencyKey.HEADER)
                .required(false)
                .schema(
                        new StringSchema()
                                .minLength(IdempotencyKey.SHORTEST)
                                .maxLength(IdempotencyKey.LONGEST))
                .description(
                        "A random key of this request: whoever sends it again with the same key"
                                + " gets the first answer again, for 24 hours. 409"
                                + " IDEMPOTENCY_KEY_IN_USE while the first is being answered, 422"
                                + " IDEMPOTENCY_KEY_REUSED for another request");
    }

    private static SecurityScheme scheme(String name) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name);
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("status", new IntegerSchema())
                .addProperty("code", new StringSchema().description("for programs"))
                .addProperty("title", new StringSchema().description("for people"))
                .description("Problem details (RFC 9457)");
    }
}
