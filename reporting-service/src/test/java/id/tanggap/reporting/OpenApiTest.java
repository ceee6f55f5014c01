package id.tanggap.reporting;

import static io.restassured.RestAssured.get;

import id.tanggap.testkit.api.ApiDocument;
import id.tanggap.testkit.api.PublishedApi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(ReportingResource.class)
class OpenApiTest implements PublishedApi {
    @Override
    public ApiDocument served() {
        return new ApiDocument("reporting", get("/api/reporting/openapi.json").asString());
    }
}
