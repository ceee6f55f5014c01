package id.tanggap.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The workspace takes its types from a copy of the schema, so the copy has to be that of this service. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class OpenApiTest {
    private static final Path COPY = Path.of("../web/openapi/response.json");
    private static final String COMMAND =
            "./mvnw -pl response-service -am verify -Dtest=OpenApiTest -Dopenapi.write=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void isTheSchemaThatTheWorkspaceKnows() throws IOException {
        var schema = given().get("/q/openapi?format=json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asPrettyString() + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COPY, schema);
        }

        assertThat(Files.readString(COPY))
                .as("The REST interface has changed. Take it over into the workspace with: %s", COMMAND)
                .isEqualTo(schema);
    }
}
