package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.CaseState.ANSWERED;
import static id.tanggap.routing.cases.CaseState.CLOSED;
import static id.tanggap.routing.cases.CaseState.DISPATCHED;
import static id.tanggap.routing.cases.CaseState.DISPOSED;
import static id.tanggap.routing.cases.CaseState.FORWARDED;
import static id.tanggap.routing.cases.CaseState.IN_PROGRESS;
import static id.tanggap.routing.cases.CaseState.MERGED;
import static id.tanggap.routing.cases.CaseState.NEEDS_INFO;
import static id.tanggap.routing.cases.CaseState.OBJECTED;
import static id.tanggap.routing.cases.CaseState.OUT_OF_JURISDICTION;
import static id.tanggap.routing.cases.CaseState.RECEIVED;
import static id.tanggap.routing.cases.CaseState.REDELEGATED;
import static id.tanggap.routing.cases.CaseState.REJECTED;
import static id.tanggap.routing.cases.CaseState.RESOLVED;
import static id.tanggap.routing.cases.CaseState.VERIFIED;
import static id.tanggap.routing.cases.CaseState.WITHDRAWN;
import static id.tanggap.routing.cases.Lifecycle.By.ADMIN;
import static id.tanggap.routing.cases.Lifecycle.By.CITIZEN;
import static id.tanggap.routing.cases.Lifecycle.By.COORDINATOR;
import static id.tanggap.routing.cases.Lifecycle.By.DIVISION;
import static id.tanggap.routing.cases.Lifecycle.By.OFFICER;
import static id.tanggap.routing.cases.Lifecycle.By.SYSTEM;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ComplaintVerified;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The life of a case: what may happen in which state, where that leads, who may do it, and what the public reads. */
final class Lifecycle {
    /** The state that a detour began in: where a case goes back to. */
    private static final @Nullable CaseState BACK = null;

    private static final Set<CaseState> OPEN = Arrays.stream(CaseState.values())
            .filter(state -> !state.isEnded())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseState.class)));

    static final List<Move> TABLE = List.of(
            first(ComplaintReceived.class, RECEIVED, "Aduan diterima", CITIZEN, OFFICER),
            move(ComplaintScreenedOut.class, REJECTED, "Aduan tidak dapat ditindaklanjuti", OFFICER)
                    .from(RECEIVED, NEEDS_INFO, VERIFIED),
            move(ComplaintVerified.class, VERIFIED, "Aduan terverifikasi", SYSTEM, OFFICER)
                    .from(RECEIVED),
            move(ForwardedToGroup.class, FORWARDED, "Aduan diteruskan ke grup aduan", SYSTEM)
                    .from(VERIFIED),
            move(ClaimedFromGroup.class, FORWARDED, "Instansi mengambil aduan", ADMIN)
                    .from(FORWARDED),
            move(GroupStayedSilent.class, VERIFIED, "Aduan diteruskan langsung ke instansi", SYSTEM)
                    .from(FORWARDED),
            move(DestinationProposed.class, BACK, "Koordinator menetapkan instansi tujuan", SYSTEM)
                    .from(VERIFIED, REDELEGATED),
            move(Dispatched.class, DISPATCHED, "Aduan dikirim ke instansi", SYSTEM, COORDINATOR)
                    .from(VERIFIED, FORWARDED, REDELEGATED),
            move(ReturnedAsMisrouted.class, REDELEGATED, "Aduan dialihkan ke instansi yang berwenang", ADMIN)
                    .from(DISPATCHED, IN_PROGRESS, DISPOSED, OBJECTED),
            move(Redelegated.class, REDELEGATED, "Aduan dialihkan ke instansi yang berwenang", SYSTEM, COORDINATOR)
                    .from(DISPATCHED, IN_PROGRESS, DISPOSED, REDELEGATED, OBJECTED),
            move(ReferredOutside.class, OUT_OF_JURISDICTION, "Bukan kewenangan pemerintah daerah ini", COORDINATOR)
                    .from(VERIFIED, FORWARDED, DISPATCHED, REDELEGATED, IN_PROGRESS, DISPOSED, OBJECTED),
            move(Accepted.class, IN_PROGRESS, "Aduan ditindaklanjuti", ADMIN).from(DISPATCHED, OBJECTED),
            move(DispositionIssued.class, DISPOSED, "Aduan ditindaklanjuti", ADMIN)
                    .from(DISPATCHED, IN_PROGRESS, DISPOSED, OBJECTED),
            move(DivisionAnswered.class, IN_PROGRESS, "Aduan ditindaklanjuti", DIVISION)
                    .from(DISPOSED),
            move(InformationRequested.class, NEEDS_INFO, "Menunggu kelengkapan dari Anda", OFFICER, ADMIN)
                    .from(RECEIVED, VERIFIED, DISPATCHED, IN_PROGRESS, DISPOSED),
            move(ComplainantReplied.class, BACK, "Kelengkapan diterima", CITIZEN)
                    .from(NEEDS_INFO),
            move(ReplyOverdue.class, BACK, "Penanganan dilanjutkan tanpa kelengkapan", SYSTEM)
                    .from(NEEDS_INFO),
            move(AnswerPublished.class, ANSWERED, "Aduan dijawab", ADMIN)
                    .from(DISPATCHED, IN_PROGRESS, DISPOSED, NEEDS_INFO, OBJECTED),
            move(Resolved.class, RESOLVED, "Tindak lanjut tuntas", ADMIN).from(ANSWERED),
            move(ObjectionRaised.class, OBJECTED, "Keberatan diterima", CITIZEN).from(ANSWERED, RESOLVED),
            move(CaseClosed.class, CLOSED, "Selesai", SYSTEM, COORDINATOR).from(ANSWERED, RESOLVED),
            move(ComplaintWithdrawn.class, WITHDRAWN, "Aduan dicabut", CITIZEN).from(OPEN),
            move(ComplaintsLinked.class, MERGED, "Aduan ditangani bersama aduan lain", OFFICER, COORDINATOR)
                    .from(OPEN),
            move(ComplaintsUnlinked.class, BACK, "Aduan ditangani tersendiri kembali", OFFICER, COORDINATOR)
                    .from(MERGED));

    private static final Map<Class<? extends Event>, Move> BY_EVENT =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(Move::event, Function.identity()));

    /** Who makes a case move. */
    enum By {
        CITIZEN(null),
        SYSTEM(null),
        OFFICER("intake-officer"),
        COORDINATOR("coordinator"),
        ADMIN("agency-admin"),
        DIVISION("division-staff");

        private final @Nullable String role;

        By(@Nullable String role) {
            this.role = role;
        }

        /** The realm role; null for who has none. */
        @Nullable
        String role() {
            return role;
        }
    }

    /**
     * One row of the table.
     *
     * @param event what tells of it
     * @param from empty for the first
     * @param to null for the state that the detour began in, or the one it is in when it began none
     * @param wording what the public reads
     */
    record Move(
            Class<? extends Event> event,
            Set<CaseState> from,
            @Nullable CaseState to,
            Set<By> by,
            String wording) {

        private Move from(CaseState... states) {
            return from(EnumSet.copyOf(List.of(states)));
        }

        private Move from(Set<CaseState> states) {
            return new Move(event, states, to, by, wording);
        }

        boolean isFirst() {
            return from.isEmpty();
        }
    }

    /** Null for an event that moves no case. */
    static @Nullable Move moveOf(Event event) {
        return BY_EVENT.get(event.getClass());
    }

    /** Null when the move is possible. */
    static @Nullable Refusal refusal(Move move, @Nullable CaseState state) {
        if (state == null) {
            return move.isFirst() ? null : Refusal.NOT_YET_RECEIVED;
        }
        return move.from().contains(state) ? null : Refusal.in(state);
    }

    private static Move first(Class<? extends Event> event, CaseState to, String wording, By... by) {
        return move(event, to, wording, by);
    }

    private static Move move(Class<? extends Event> event, @Nullable CaseState to, String wording, By... by) {
        return new Move(event, Set.of(), to, Stream.of(by).collect(Collectors.toUnmodifiableSet()), wording);
    }

    private Lifecycle() {}
}
