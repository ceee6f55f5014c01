package id.tanggap.intake.masking;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What identifies nobody in the texts of a government's citizens: the accounts of its offices, the names of its places. */
@Startup
@ApplicationScoped
public class Maskings {
    private static final Masking ELSEWHERE = Masking.in(Surroundings.UNKNOWN);

    private final Map<String, Masking> byGovernment;

    Maskings(Governments governments) {
        byGovernment =
                governments.all().stream().collect(Collectors.toUnmodifiableMap(Government::id, Maskings::masking));
        // Learns, so that no citizen waits for it.
        byGovernment.values().forEach(masking -> masking.mask("Kemarin Slamet dan Joko lewat"));
    }

    private static Masking masking(Government government) {
        return Masking.in(
                Surroundings.of(government.accounts(), government.placeNames(), Set.of(government.numberPrefix())));
    }

    /** @param government an id; of one that is not here any more, nothing is known of its places */
    public Masking in(String government) {
        return byGovernment.getOrDefault(government, ELSEWHERE);
    }
}
