package id.tanggap.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a Quarkus test that needs neither database nor broker the key its tokens are verified with. */
public final class TokensResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Tokens.settings();
    }

    @Override
    public void stop() {
        // A key needs no stopping.
    }
}
