package id.tanggap.response.desk;

import id.tanggap.governments.agency.Division;
import id.tanggap.response.life.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To which divisions its agency gave a case, and from there to which sections, in the order in which it did (disposisi,
 * before Surakarta row 6). What a former agency began is not among them.
 */
final class Dispositions {
    private final List<Disposition> issued;

    private Dispositions(List<Disposition> issued) {
        this.issued = issued;
    }

    /** @param agency that has the case */
    static Dispositions of(@Nullable String agency, Collection<Disposition> ofAll) {
        return new Dispositions(
                ofAll.stream().filter(it -> it.agency.equals(agency)).toList());
    }

    List<Disposition> all() {
        return issued;
    }

    /** Whether the division was ever given the case. */
    boolean include(String division) {
        return issued.stream().anyMatch(it -> it.division.equals(division));
    }

    boolean areAllAnswered() {
        return open().findAny().isEmpty();
    }

    /** Null when the division has none that it can still answer. */
    @Nullable
    Disposition openOf(@Nullable String division) {
        return open().filter(it -> it.division.equals(division)).findFirst().orElse(null);
    }

    /** The last one that waits for its answer; null when none does. */
    @Nullable
    Disposition lastOpen() {
        return open().reduce((_, later) -> later).orElse(null);
    }

    /** When the first of those falls due that wait for their answers. */
    @Nullable
    Instant firstDueAt() {
        return open().map(Disposition::dueAt).min(Comparator.naturalOrder()).orElse(null);
    }

    /** Why nobody of this division, or of the agency when it is null, can give the case further; null when somebody can. */
    @Nullable
    Refusal refusalToPassOn(@Nullable String from) {
        return from == null || openOf(from) != null ? null : Refusal.NOT_WITH_YOUR_DIVISION;
    }

    /** Why it cannot go from there to this division, which the agency may not have; null when it can. */
    @Nullable
    Refusal refusalToGive(@Nullable Division to, @Nullable String from) {
        if (to == null) {
            return Refusal.UNKNOWN_DIVISION;
        }
        if (openOf(to.id()) != null) {
            return Refusal.ALREADY_DISPOSED;
        }
        var upper = openOf(from);
        return upper == null || upper.hasBelow(to) ? null : Refusal.NOT_BELOW_YOURS;
    }

    /** Why the division cannot answer; null when it can. */
    @Nullable
    Refusal refusalToAnswer(@Nullable String division) {
        var own = openOf(division);
        if (own == null) {
            return Refusal.NOT_WITH_YOUR_DIVISION;
        }
        return open().anyMatch(it -> own.id.equals(it.parent)) ? Refusal.WAITS_FOR_SECTION : null;
    }

    /** Nobody needs their answers any more. */
    void voidOpen(Instant now) {
        open().forEach(it -> it.voidedAt = now);
    }

    private Stream<Disposition> open() {
        return issued.stream().filter(Disposition::isOpen);
    }
}
