package id.tanggap.routing;

import static io.restassured.RestAssured.get;

import id.tanggap.testkit.PlatformResource;
import id.tanggap.testkit.api.ApiDocument;
import id.tanggap.testkit.api.PublishedApi;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(PlatformResource.class)
class OpenApiTest implements PublishedApi {
    @Override
    public ApiDocument served() {
        return new ApiDocument("routing", get("/api/routing/openapi.json").asString());
    }
}
