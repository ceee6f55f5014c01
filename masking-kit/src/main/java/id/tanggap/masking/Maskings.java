package id.tanggap.masking;

import id.tanggap.governments.Government;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What identifies nobody in the texts of each government's citizens: accounts of its offices, names of its places. */
public final class Maskings {
    private static final Masking ELSEWHERE = Masking.in(Surroundings.UNKNOWN);

    private final Map<String, Masking> byGovernment;

    /** Learns what the tagger has to learn, so that no citizen waits for it. */
    public Maskings(Collection<Government> governments) {
        byGovernment = governments.stream().collect(Collectors.toUnmodifiableMap(Government::id, Maskings::masking));
        ELSEWHERE.mask("Kemarin Slamet dan Joko lewat");
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
