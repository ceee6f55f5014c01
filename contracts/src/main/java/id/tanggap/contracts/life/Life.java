package id.tanggap.contracts.life;

import static id.tanggap.contracts.vocabulary.PublicState.ANSWERED;
import static id.tanggap.contracts.vocabulary.PublicState.CLOSED;
import static id.tanggap.contracts.vocabulary.PublicState.DISPATCHED;
import static id.tanggap.contracts.vocabulary.PublicState.FORWARDED;
import static id.tanggap.contracts.vocabulary.PublicState.IN_PROGRESS;
import static id.tanggap.contracts.vocabulary.PublicState.MERGED;
import static id.tanggap.contracts.vocabulary.PublicState.NEEDS_INFO;
import static id.tanggap.contracts.vocabulary.PublicState.OBJECTED;
import static id.tanggap.contracts.vocabulary.PublicState.OPEN;
import static id.tanggap.contracts.vocabulary.PublicState.OUT_OF_JURISDICTION;
import static id.tanggap.contracts.vocabulary.PublicState.RECEIVED;
import static id.tanggap.contracts.vocabulary.PublicState.REJECTED;
import static id.tanggap.contracts.vocabulary.PublicState.RESOLVED;
import static id.tanggap.contracts.vocabulary.PublicState.WITHDRAWN;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintReceived;
import id.tanggap.contracts.event.IntakeEvent.ComplaintScreenedOut;
import id.tanggap.contracts.event.IntakeEvent.ComplaintSupplemented;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.IntakeEvent.OmbudsmanAgreed;
import id.tanggap.contracts.event.IntakeEvent.SurveyAnswered;
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
import id.tanggap.contracts.event.RoutingEvent.MoveCalledOff;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.life.Turn.Leads;
import id.tanggap.contracts.vocabulary.PublicState;
import id.tanggap.contracts.vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that can happen to a complaint as far as the outside sees it. Who may make it happen is each service's to say. */
public final class Life {
    private static final Leads BACK = new Leads.Back();
    private static final Leads NOWHERE = new Leads.Nowhere();
    private static final Words IN_HAND = new Words("Aduan sedang ditindaklanjuti.", "The complaint is being handled.");
    private static final Words MOVED_ON = new Words(
            "Aduan dialihkan ke instansi yang berwenang.", "The complaint goes to the agency that is in charge.");

    /** In the order in which it may happen. */
    public static final List<Turn> TABLE = List.of(
            on(ComplaintReceived.class).to(RECEIVED).told("Aduan diterima.", "Complaint received."),
            on(ComplaintScreenedOut.class, RECEIVED, NEEDS_INFO)
                    .to(REJECTED)
                    .told("Aduan tidak dapat ditindaklanjuti.", "The complaint cannot be taken on."),
            on(ComplaintVerified.class, RECEIVED)
                    .lead(NOWHERE)
                    .told("Aduan terverifikasi.", "The complaint is complete."),
            on(ForwardedToGroup.class, RECEIVED)
                    .to(FORWARDED)
                    .told("Aduan diteruskan ke grup perangkat daerah.", "Forwarded to the coordination group."),
            on(ClaimedFromGroup.class, FORWARDED)
                    .lead(NOWHERE)
                    .told("Instansi mengambil aduan dari grup.", "An agency took the complaint from the group."),
            on(GroupStayedSilent.class, FORWARDED)
                    .lead(NOWHERE)
                    .told("Aduan diteruskan langsung ke instansi.", "The complaint goes straight to an agency."),
            on(DestinationProposed.class, RECEIVED, FORWARDED, DISPATCHED)
                    .lead(NOWHERE)
                    .told("Koordinator menetapkan instansi tujuan.", "A coordinator chooses the agency."),
            on(Dispatched.class, RECEIVED, FORWARDED, DISPATCHED)
                    .to(DISPATCHED)
                    .told("Aduan diteruskan ke {agency}.", "Forwarded to {agency}."),
            on(ReturnedAsMisrouted.class, DISPATCHED, IN_PROGRESS, OBJECTED)
                    .to(DISPATCHED)
                    .told(MOVED_ON),
            on(Redelegated.class, DISPATCHED, IN_PROGRESS, OBJECTED)
                    .to(DISPATCHED)
                    .told(MOVED_ON),
            on(MoveCalledOff.class, DISPATCHED)
                    .to(DISPATCHED)
                    .told("Aduan tetap ditangani {agency}.", "The complaint stays with {agency}."),
            on(ReferredOutside.class, RECEIVED, FORWARDED, DISPATCHED, IN_PROGRESS, OBJECTED)
                    .to(OUT_OF_JURISDICTION)
                    .told(
                            "Bukan kewenangan pemerintah daerah ini, melainkan {institution}. {advice}",
                            "Not for this government but for {institution}. {advice}"),
            on(Accepted.class, DISPATCHED, OBJECTED).to(IN_PROGRESS).told(IN_HAND),
            on(DispositionIssued.class, DISPATCHED, IN_PROGRESS, OBJECTED)
                    .to(IN_PROGRESS)
                    .told(IN_HAND),
            on(DivisionAnswered.class, IN_PROGRESS).lead(NOWHERE).told(IN_HAND),
            on(InformationRequested.class, RECEIVED, DISPATCHED, IN_PROGRESS)
                    .to(NEEDS_INFO)
                    .told("Instansi meminta kelengkapan dari Anda.", "The office asks you for more."),
            on(ComplainantReplied.class, NEEDS_INFO)
                    .lead(BACK)
                    .told("Anda mengirim kelengkapan.", "You sent what was asked for."),
            on(ReplyOverdue.class, NEEDS_INFO)
                    .lead(BACK)
                    .told("Penanganan dilanjutkan tanpa kelengkapan.", "The office goes on without a reply."),
            on(AnswerPublished.class, DISPATCHED, IN_PROGRESS, NEEDS_INFO, OBJECTED)
                    .to(ANSWERED)
                    .told("Aduan dijawab.", "The complaint is answered."),
            on(Resolved.class, ANSWERED).to(RESOLVED).told("Tindak lanjut tuntas.", "The follow-up is done."),
            on(ObjectionRaised.class, ANSWERED, RESOLVED)
                    .to(OBJECTED)
                    .told("Anda mengajukan keberatan.", "You objected."),
            on(ComplaintSupplemented.class, OPEN).lead(NOWHERE).told("Anda menambahkan keterangan.", "You told more."),
            on(OmbudsmanAgreed.class, RECEIVED, FORWARDED, DISPATCHED, IN_PROGRESS, NEEDS_INFO, OBJECTED)
                    .lead(NOWHERE)
                    .told(
                            "Anda setuju aduan ini diteruskan ke Ombudsman.",
                            "You agree that the complaint is handed to the Ombudsman."),
            on(SurveyAnswered.class, ANSWERED, RESOLVED, OBJECTED, IN_PROGRESS, NEEDS_INFO, DISPATCHED, CLOSED)
                    .lead(NOWHERE)
                    .told("Anda mengisi survei kepuasan.", "You answered the survey."),
            on(CaseClosed.class, ANSWERED, RESOLVED).to(CLOSED).told("Aduan selesai.", "The complaint is closed."),
            on(ComplaintWithdrawn.class, OPEN)
                    .to(WITHDRAWN)
                    .told("Anda mencabut aduan ini.", "You withdrew this complaint."),
            on(ComplaintsLinked.class, OPEN)
                    .to(MERGED)
                    .told("Aduan ditangani bersama aduan lain.", "Handled with another complaint."),
            on(ComplaintsUnlinked.class, MERGED)
                    .lead(BACK)
                    .told("Aduan ditangani tersendiri kembali.", "Handled by itself again."));

    private static final Map<Class<? extends Event>, Turn> BY_EVENT =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(Turn::event, Function.identity()));

    /** @throws IllegalArgumentException when the event tells of no turn; see {@link #turns} */
    public static Turn turn(Class<? extends Event> event) {
        var turn = BY_EVENT.get(event);
        if (turn == null) {
            throw new IllegalArgumentException("The outside sees nothing of " + event);
        }
        return turn;
    }

    /** Whether the outside sees anything of it. */
    public static boolean turns(Class<? extends Event> event) {
        return BY_EVENT.containsKey(event);
    }

    private static Row on(Class<? extends Event> event, PublicState... from) {
        return on(event, Set.of(from));
    }

    private static Row on(Class<? extends Event> event, Set<PublicState> from) {
        return new Row(event, from, NOWHERE);
    }

    /** A row being written. */
    private record Row(Class<? extends Event> event, Set<PublicState> from, Leads leads) {
        Row to(PublicState state) {
            return lead(new Leads.To(state));
        }

        Row lead(Leads where) {
            return new Row(event, from, where);
        }

        Turn told(String id, String en) {
            return told(new Words(id, en));
        }

        Turn told(Words words) {
            return new Turn(event, from, leads, words);
        }
    }

    private Life() {}
}
