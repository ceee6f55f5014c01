package id.tanggap.reporting.recap.loop;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.reporting.recap.loop.Deed.Kind;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            COMPILED_PRELIMINARY:0                                                    | RUNNING   | 0 | 0
            MONTH_ENDED:0                                                             | DUE       | 0 | 0
            MONTH_ENDED:0 STEP_MISSED:0 COMPILED:1 EVALUATION_WRITTEN:1               | COMPILED  | 1 | 0
            MONTH_ENDED:0 COMPILED:1 RETURNED:1                                       | DUE       | 1 | 1
            MONTH_ENDED:0 COMPILED:1 RETURNED:1 COMPILED:3 RETURNED:3 COMPILED:4      | COMPILED  | 4 | 2
            MONTH_ENDED:0 COMPILED:1 EVALUATED:1                                      | EVALUATED | 1 | 0
            MONTH_ENDED:0 COMPILED:1 EVALUATED:1 DISPOSED:1                           | DISPOSED  | 1 | 0
            MONTH_ENDED:0 COMPILED:1 EVALUATED:1 DISPOSED:1 STEP_MISSED:1 ARCHIVED:1  | ARCHIVED  | 1 | 0
            """)
    void isWhereTheDeedsBroughtTheRecap(String deeds, RecapState state, int version, int loops) {
        var standing = Standing.START;

        for (var deed : Arrays.asList(deeds.split(" ", -1))) {
            var kindAndVersion = deed.split(":", -1);
            standing = standing.after(Deed.after(
                    null,
                    Kind.valueOf(kindAndVersion[0]),
                    Integer.parseInt(kindAndVersion[1]),
                    null,
                    null,
                    Instant.EPOCH));
        }

        assertThat(standing).isEqualTo(new Standing(state, version, loops));
    }
}
