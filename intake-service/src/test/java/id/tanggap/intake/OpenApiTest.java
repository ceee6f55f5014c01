package id.tanggap.intake;

import static io.restassured.RestAssured.get;

import id.tanggap.testkit.api.ApiDocument;
import id.tanggap.testkit.api.PublishedApi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(Surroundings.class)
class OpenApiTest implements PublishedApi {
    @Override
    public ApiDocument served() {
        return new ApiDocument("intake", get("/api/intake/openapi.json").asString());
    }
}
