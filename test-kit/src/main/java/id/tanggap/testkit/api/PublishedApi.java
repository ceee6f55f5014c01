package id.tanggap.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the API document of every service keeps; a service's test says which it is. */
public interface PublishedApi {
    /** The document as the service serves it. */
    ApiDocument served();

    @Test
    default void tellsOfEveryOperationWhatItAnswers() {
        assertThat(served().gaps()).isEmpty();
    }

    @Test
    default void isTheOneThatIntegratorsKnow() throws IOException {
        var document = served();

        assertThat(document.copy()).as(ApiDocument.HOW_TO_COPY).isEqualTo(document.text());
    }
}
