package id.tanggap.response.queue;

import static id.tanggap.response.DeskFixture.CASES;
import static id.tanggap.response.DeskFixture.RECEIVED;
import static id.tanggap.response.DeskFixture.SOON;
import static id.tanggap.response.DeskFixture.received;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.response.DeskFixture;
import id.tanggap.response.Surroundings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Surroundings.class)
class SearchTest {
    /** More than are read in any case; all of them on the desk of this agency. */
    private static final String MANY = """
            with invented as (
                insert into desk_case (id, government, number, channel, type, visibility, received_at, agency, agency_name,
                                       dispatched_at)
                select gen_random_uuid(), 'surakarta', 'SKA-MANY-' || n, 'WEB', 'ORDINARY', 'PUBLIC',
                       timestamptz '2026-10-01' + n * interval '1 second', '%s', 'Dinas Percobaan', now()
                from generate_series(1, 5100) as n
                returning id, government
            )
            insert into case_text (case_id, government, text, words)
            select id, government, 'Ada ubur-ubur.', '''^1'' ''^2'' ''ada'':1 ''ubur'':2,3' from invented
            """;

    /** An agency of its own for each test, so that its queue holds nothing else. */
    private final String agency = "agency-" + UUID.randomUUID();

    private final DeskFixture desk = new DeskFixture(agency);

    @Inject
    @SuppressWarnings("NullAway.Init")
    Pool pool;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sampah -lampu",
                "diangk",
                "pengangkutan",
                "RT03",
                "rt 3",
                "sdn 2",
                "rm said",
                "cafe",
                "tidak",
                "jl rm said",
                "smpah",
                "\"belum diangkut\"",
                "ska test 0001",
                "aduan SKA–TEST–0001"
            })
    void findsWhatPeopleType(String typed) {
        var meant = dispatch(
                "Smpah gak ada yg angkut, belum diangkut. Jln. R.M. Said RT03/RW05, depan SDN-2 dan Café Senja.");

        search(typed).body("items.id", contains(meant.toString()));
    }

    @Test
    void hidesWhatIsExcluded() {
        var lies = dispatch("Sampah menumpuk di pasar.");
        var gone = dispatch("Sampah sudah diangkut.");

        search("sampah").body("items.id", containsInAnyOrder(lies.toString(), gone.toString()));
        search("sampah -diangkut").body("items.id", contains(lies.toString()));
        search("sampah -\"sudah diangkut\"").body("items.id", contains(lies.toString()));
    }

    @Test
    void tellsWhatOfItIsFoundWhere() {
        dispatch("Smpah tidak diangkut di RT 03.");

        search("sampah pengangkutan rt03").body("items[0].found", containsInAnyOrder("Smpah", "diangkut", "RT 03"));
        search("").body("items[0].found", nullValue());
    }

    @Test
    void tellsWhatOfItStandsInTheFile() {
        var complaint = dispatch("Smpah tidak diangkut di RT 03. " + "Sudah lama. ".repeat(20) + "Ada bangkai tikus.");

        lookFor(complaint, "sampah bangkai -lampu").statusCode(200).body("", contains("Smpah", "bangkai"));
        lookFor(complaint, "!").statusCode(200).body("", hasSize(0));
        lookFor(complaint, "a".repeat(201)).statusCode(400);
        lookFor(UUID.randomUUID(), "sampah").statusCode(404);
        desk.admin().get(CASES + complaint + "/found").then().statusCode(400);
    }

    private ValidatableResponse lookFor(UUID id, String typed) {
        return desk.admin().queryParam("text", typed).get(CASES + id + "/found").then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!&|()<->:*'\\", "\"", "-", "%$1", "a' | 'b", "لا 日本 é", "😀"})
    void takesWhateverIsTyped(String typed) {
        search(typed);
    }

    @Test
    void turnsThePagesOfWhatIsFoundInMany() {
        var rare = dispatch("Ada lumba-lumba.");
        pool.query(MANY.formatted(agency)).executeAndAwait();

        var page = search("ubur").body("items", hasSize(50)).body("items.id", not(hasItem(rare.toString())));
        var next =
                page.body("items[0].number", equalTo("SKA-MANY-5100")).extract().<String>path("next");
        desk.admin()
                .queryParam("text", "ubur")
                .queryParam("after", next)
                .get(CASES)
                .then()
                .body("items[0].number", equalTo("SKA-MANY-5050"));
        search("ada -ubur").body("items.id", contains(rare.toString()));
        search("\"ubur ubur\" -lumba").body("items", hasSize(50));
    }

    private UUID dispatch(String text) {
        var id = UUID.randomUUID();
        desk.say(id, received(Visibility.PUBLIC, ComplaintType.ORDINARY, text, RECEIVED));
        desk.say(id, desk.dispatched());
        await().atMost(SOON)
                .untilAsserted(() -> desk.admin().get(CASES + id).then().statusCode(200));
        return id;
    }

    private ValidatableResponse search(String typed) {
        return desk.admin().queryParam("text", typed).get(CASES).then().statusCode(200);
    }
}
