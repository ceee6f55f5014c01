package id.tanggap.reporting;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.testkit.ApiDocument;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class OpenApiTest {
    @Test
    void tellsOfEveryOperationWhatItAnswers() {
        assertThat(served().gaps()).isEmpty();
    }

    @Test
    void isTheOneThatIntegratorsKnow() throws IOException {
        var document = served();

        assertThat(document.copy()).as(ApiDocument.HOW_TO_COPY).isEqualTo(document.text());
    }

    private static ApiDocument served() {
        return new ApiDocument("reporting", get("/api/reporting/openapi.json").asString());
    }
}
