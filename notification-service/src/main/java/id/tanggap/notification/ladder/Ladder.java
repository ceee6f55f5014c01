package id.tanggap.notification.ladder;

import id.tanggap.contracts.vocabulary.ContactWay;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways on which a sender of ours speaks, from the one that is tried first down to the last; each citizen's is what is
 * left of it with the ways that reach this citizen.
 *
 * @param rungs each way once
 */
public record Ladder(List<ContactWay> rungs) {
    /**
     * Where citizens write to us they look for the answer; a mail reaches whoever has an address; short messages cost
     * something and hold little. A telephone is for officers.
     */
    private static final List<ContactWay> ORDER = List.of(
            ContactWay.WHATSAPP,
            ContactWay.TELEGRAM,
            ContactWay.FACEBOOK,
            ContactWay.INSTAGRAM,
            ContactWay.X,
            ContactWay.EMAIL,
            ContactWay.SMS);

    public static Ladder of(Collection<ContactWay> installed) {
        return new Ladder(ORDER.stream().filter(installed::contains).toList());
    }

    /** The citizen's, from the top. */
    public List<ContactWay> rungs(Set<ContactWay> citizen) {
        return rungs.stream().filter(citizen::contains).toList();
    }

    /** The next one down for this citizen; null when it was the last. */
    public @Nullable ContactWay below(ContactWay way, Set<ContactWay> citizen) {
        return rungs(citizen).stream()
                .filter(rung -> rungs.indexOf(rung) > rungs.indexOf(way))
                .findFirst()
                .orElse(null);
    }
}
