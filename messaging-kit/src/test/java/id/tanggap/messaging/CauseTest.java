package id.tanggap.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tanggap.contracts.wire.EventCodec;
import io.vertx.pgclient.PgException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CauseTest {
    private static final String SECRET = "Budi 081234567890";
    private final ObjectMapper mapper = JsonMapper.builder().build();

    record Person(String name, Address address) {}

    record Address(int number) {}

    @Test
    void namesStateAndConstraintOfPostgres() {
        var failure = new PgException(
                "duplicate key value " + SECRET,
                "ERROR",
                "23505",
                "Key (phone)=(" + SECRET + ")",
                "hint",
                "1",
                "2",
                "insert " + SECRET,
                "where " + SECRET,
                "file",
                "3",
                "routine",
                "schema",
                "person",
                "phone",
                "text",
                "person_phone_key");

        assertThat(Cause.of(failure)).isEqualTo("PostgreSQL 23505 on person_phone_key");
    }

    @Test
    void namesThePathWithinJsonAndNotTheValue() {
        var failure = catchThrowable(
                () -> mapper.readValue("{\"name\":\"x\",\"address\":{\"number\":\"" + SECRET + "\"}}", Person.class));

        assertThat(failure).hasMessageContaining(SECRET);
        assertThat(Cause.of(failure)).isEqualTo("JSON does not fit at $.address.number");
    }

    @Test
    void quotesNothingOfBrokenJson() {
        var failure = catchThrowable(() -> mapper.readValue("{\"name\": Budi}", Person.class));

        assertThat(Cause.of(failure)).isEqualTo("JsonParseException");
    }

    @Test
    void quotesNothingOfAPayloadThatIsNotTheEvent() {
        var failure = catchThrowable(() -> new EventCodec()
                .read("complaint.dispatched.v1", ("{\"hop\":\"" + SECRET + "\"}").getBytes(StandardCharsets.UTF_8)));

        assertThat(Cause.of(failure)).doesNotContain("Budi").doesNotContain("0812");
    }

    @Test
    void followsTheChainByClassNames() {
        var failure = new CompletionException(SECRET, new IllegalStateException(SECRET));

        assertThat(Cause.of(failure)).isEqualTo("CompletionException: IllegalStateException");
        assertThat(Cause.of(null)).isEqualTo("unknown");
    }

    @Test
    void tellsThePoisonInItsOwnWords() {
        assertThat(Cause.of(new Poison("The header ce_id is missing", null))).isEqualTo("The header ce_id is missing");
        assertThat(Cause.of(new Poison("A header is malformed", new IllegalArgumentException(SECRET))))
                .isEqualTo("A header is malformed: IllegalArgumentException");
    }
}
