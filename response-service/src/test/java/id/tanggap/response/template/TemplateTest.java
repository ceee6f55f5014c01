package id.tanggap.response.template;

import static id.tanggap.response.DeskFixture.as;
import static id.tanggap.response.DeskFixture.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class TemplateTest {
    private static final String TEMPLATES = "/api/response/v1/templates/";

    private final DeskFixture desk = new DeskFixture("dishub");

    @Test
    void isFilledInForACase() {
        var complaint = desk.dispatch();
        var template = add(
                desk.admin(),
                "Lampu " + UUID.randomUUID(),
                "Aduan {nomor} tanggal {tanggal_aduan} ditangani {instansi}, {pemerintah}. Tenggat {tenggat}.");
        var id = template.then().statusCode(201).extract().<String>path("id");

        desk.admin()
                .queryParam("complaint", complaint)
                .get(TEMPLATES + id + "/text")
                .then()
                .statusCode(200)
                .body(
                        "text",
                        equalTo("Aduan SKA-TEST-0001 tanggal 2 November 2026 ditangani Dinas Percobaan, Pemerintah Kota"
                                + " Surakarta. Tenggat 4 November 2026."));
        as("lain", "/surakarta/dlh", "agency-admin")
                .queryParam("complaint", complaint)
                .get(TEMPLATES + id + "/text")
                .then()
                .statusCode(404);
    }

    @Test
    void refusesAPlaceholderThatDoesNotExistAndNamesThoseThatDo() {
        add(desk.admin(), "Salah", "Kepada {nama}, aduan {nomor} dan {nama_dinas}.")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("text"))
                .body("errors[0].message", containsString("Tidak dikenal: {nama}, {nama_dinas}."))
                .body("errors[0].message", containsString("{tanggal_aduan}"));
    }

    @Test
    void hasANameOfItsOwnAndIsNotOverwrittenUnseen() {
        var name = "Terima kasih " + UUID.randomUUID();
        var id = add(desk.admin(), name, "Terima kasih.")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        add(desk.admin(), name.toUpperCase(Locale.ROOT), "Terima kasih.")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("name"));

        change(desk.admin(), id, name, "Terima kasih banyak.", 1)
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
        change(desk.otherAdmin(), id, name, "Sama-sama.", 1).then().statusCode(409);
        desk.admin().delete(TEMPLATES + id).then().statusCode(204);
        change(desk.admin(), id, name, "Terima kasih.", 2).then().statusCode(409);
    }

    @Test
    void belongsToItsAgencyOrToAll() {
        var name = "Bersama " + UUID.randomUUID();
        var coordinator = as("koordinator", "/surakarta", "coordinator");
        var shared = add(coordinator, name, "Terima kasih.")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var own = add(desk.admin(), name, "Milik kami.")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        desk.admin().get(TEMPLATES).then().body("id", hasItem(shared)).body("id", hasItem(own));
        as("lain", "/surakarta/dlh", "agency-admin")
                .get(TEMPLATES)
                .then()
                .body("id", hasItem(shared))
                .body("id", not(hasItem(own)));
        as("lain", "/karanganyar/dpupr", "agency-admin").get(TEMPLATES).then().body("id", not(hasItem(shared)));
        change(desk.admin(), shared, name, "Bukan milik kami.", 1).then().statusCode(409);
        as("lain", "/surakarta/dlh", "agency-admin")
                .delete(TEMPLATES + own)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/surakarta/dishub, agency-admin, 200, 201",
        "/surakarta/dishub/parkir, division-staff, 200, 403",
        "/surakarta, coordinator, 200, 201",
        "/surakarta, head, 200, 403",
        "/surakarta, auditor, 403, 403",
        "/surakarta, agency-admin, 403, 403"
    })
    void isKeptByAdminsAndCoordinators(String group, String role, int reading, int adding) {
        as("orang", group, role).get(TEMPLATES).then().statusCode(reading);
        add(as("orang", group, role), "Nama " + UUID.randomUUID(), "Terima kasih.")
                .then()
                .statusCode(adding);
    }

    private static Response add(RequestSpecification who, String name, String text) {
        return with(who, Map.of("name", name, "text", text)).post(TEMPLATES);
    }

    private static Response change(RequestSpecification who, String id, String name, String text, int version) {
        return with(who, Map.of("name", name, "text", text, "version", version)).put(TEMPLATES + id);
    }
}
