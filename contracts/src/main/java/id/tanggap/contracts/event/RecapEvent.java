package id.tanggap.contracts.event;

import java.time.Instant;
import java.util.List;

/**
 * What reporting-service tells of a month's recap: topic {@code complaint.recap.v1}. Subject and record key are the
 * recap's id, or the import's where it is told of one; a {@code month} is written {@code 2026-10} and is one by the
 * government's own clock.
 */
public sealed interface RecapEvent extends Event {

    /** The month is over; from here the recap of it is due (Karanganyar row 5). */
    @WireName("recap.month-ended.v1")
    record MonthEnded(String month, Instant endedAt) implements RecapEvent {}

    /**
     * A version of the recap was compiled; it does not change any more (Karanganyar row 5).
     *
     * @param version counted from 1
     * @param complaints how many complaints it tells of
     * @param root of the Merkle tree over head and complaints, in hexadecimal
     */
    @WireName("recap.compiled.v1")
    record RecapCompiled(String month, int version, int complaints, String root, Instant compiledAt)
            implements RecapEvent {}

    /**
     * The head found that the recap needs to be done anew ("perlu evaluasi", Karanganyar row 6).
     *
     * @param loop how often it was returned, this time included
     */
    @WireName("recap.returned.v1")
    record RecapReturned(String month, int version, int loop, Instant returnedAt) implements RecapEvent {}

    /** The head has no remark ("tidak ada evaluasi", Karanganyar row 6). */
    @WireName("recap.evaluated.v1")
    record RecapEvaluated(String month, int version, Instant evaluatedAt) implements RecapEvent {}

    /** The head wrote the disposition (before Karanganyar row 7). */
    @WireName("recap.disposed.v1")
    record RecapDisposed(String month, int version, Instant disposedAt) implements RecapEvent {}

    /**
     * The recap and its disposition were archived; nothing of it changes any more (Karanganyar row 7).
     *
     * @param seal the digest over the root and all that was done with the recap since, in hexadecimal
     */
    @WireName("recap.archived.v1")
    record RecapArchived(String month, int version, String seal, Instant archivedAt) implements RecapEvent {}

    /**
     * A step of the recap was not done in its standard time. Emitted once per step and loop, soon after {@code dueAt}.
     *
     * @param rule the id of the SOP's step
     */
    @WireName("recap.deadline-missed.v1")
    record RecapDeadlineMissed(String month, String rule, Instant dueAt) implements RecapEvent {}

    /**
     * No compiled recap counts what an import told, and none will until that is taken back (ADR 39). The subject is the
     * import's id.
     */
    @WireName("recap.take-back-allowed.v1")
    record TakeBackAllowed(Instant allowedAt) implements RecapEvent {}

    /**
     * An import is not taken back, for compiled recaps count what it told (ADR 39). The subject is the import's id.
     *
     * @param months of those recaps, the earliest first
     */
    @WireName("recap.take-back-refused.v1")
    record TakeBackRefused(List<String> months, Instant refusedAt) implements RecapEvent {
        /** Keeps the list as it is now. */
        public TakeBackRefused {
            months = List.copyOf(months);
        }
    }
}
