package id.tanggap.bench.sweep;

import id.tanggap.bench.platform.LocalPlatform;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the demo's officers for each role. */
final class Staff {
    private static final Map<String, String> OF_ROLE = Map.of(
            "agency-admin", "admin.dishub.solo",
            "division-staff", "lalin.dishub.solo",
            "coordinator", "koordinator.solo",
            "head", "kepala.solo",
            "patron", "sekda.solo",
            "intake-officer", "petugas.solo",
            "auditor", "auditor.solo",
            "analyst", "analis.solo",
            "archivist", "arsip.solo",
            "operator", "operator");

    /** Tokens are good for five minutes. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(4);

    private final LocalPlatform platform;
    private final Map<String, Pass> passes = new HashMap<>();

    Staff(LocalPlatform platform) {
        this.platform = platform;
    }

    private record Pass(String token, long until) {}

    /** @return nothing where the demo has nobody of these roles: a service then speaks to a service */
    Optional<String> officer(List<String> roles) {
        return roles.stream().filter(OF_ROLE::containsKey).map(OF_ROLE::get).findFirst();
    }

    String pass(String officer) throws IOException, InterruptedException {
        var pass = passes.get(officer);
        if (pass == null || pass.until() < System.nanoTime()) {
            pass = new Pass(platform.token(officer), System.nanoTime() + GOOD_FOR.toNanos());
            passes.put(officer, pass);
        }
        return pass.token();
    }
}
