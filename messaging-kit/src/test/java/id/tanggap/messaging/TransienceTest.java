package id.tanggap.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransienceTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57P03", "57014", "58030", "25006"})
    void letsPostgresRecover(String state) {
        assertThat(Transience.passes(postgres(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23505", "42P01", "25P02", "P0001"})
    void takesPostgresAtItsWord(String state) {
        assertThat(Transience.passes(postgres(state))).isFalse();
    }

    @Test
    void letsConnectionsComeBack() {
        assertThat(Transience.passes(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(Transience.passes(new ConnectException("refused"))).isTrue();
        assertThat(Transience.passes(new TimeoutException())).isTrue();
        assertThat(Transience.passes(new io.smallrye.mutiny.TimeoutException())).isTrue();
        assertThat(Transience.passes(new CompletionException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void doesNotWaitForAMistakeToGoAway() {
        assertThat(Transience.passes(new IllegalStateException())).isFalse();
        assertThat(Transience.passes(new JsonParseException(null, "broken"))).isFalse();
        assertThat(Transience.passes(TransactionRollbackException.INSTANCE)).isFalse();
    }

    @Test
    void knowsWhatIsAboutTheData() {
        assertThat(Transience.isAboutTheData(postgres("23505"))).isTrue();
        assertThat(Transience.isAboutTheData(postgres("22001"))).isTrue();
        assertThat(Transience.isAboutTheData(TransactionRollbackException.INSTANCE))
                .isTrue();
        assertThat(Transience.isAboutTheData(postgres("28P01"))).isFalse();
        assertThat(Transience.isAboutTheData(new IllegalStateException())).isFalse();
    }

    private static PgException postgres(String state) {
        return new PgException("message", "ERROR", state, "detail");
    }
}
