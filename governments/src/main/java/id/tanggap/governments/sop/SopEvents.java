package id.tanggap.governments.sop;

import java.util.Set;

/** The wire names that a step may start or end with. The platform's contracts tell what each means. */
public final class SopEvents {

    /** What happens to a complaint. */
    public static final Set<String> OF_A_COMPLAINT = Set.of(
            "complaint.received.v1",
            "complaint.verified.v1",
            "complaint.forwarded-to-group.v1",
            "complaint.claimed-from-group.v1",
            "complaint.group-stayed-silent.v1",
            "complaint.dispatched.v1",
            "complaint.returned-as-misrouted.v1",
            "complaint.redelegated.v1",
            "complaint.move-called-off.v1",
            "complaint.referred-outside.v1",
            "complaint.accepted.v1",
            "complaint.information-requested.v1",
            "complaint.complainant-replied.v1",
            "complaint.reply-overdue.v1",
            "complaint.disposition-issued.v1",
            "complaint.division-answered.v1",
            "complaint.answer-published.v1",
            "complaint.answer-reached.v1",
            "complaint.objection-raised.v1",
            "complaint.resolved.v1",
            "complaint.closed.v1",
            "complaint.screened-out.v1",
            "complaint.withdrawn.v1",
            "complaint.linked.v1");

    /** What happens to the recap of a month. */
    public static final Set<String> OF_A_RECAP = Set.of(
            "recap.month-ended.v1",
            "recap.compiled.v1",
            "recap.evaluated.v1",
            "recap.returned.v1",
            "recap.disposed.v1",
            "recap.archived.v1");

    static Set<String> of(SopStep.Subject subject) {
        return switch (subject) {
            case COMPLAINT -> OF_A_COMPLAINT;
            case RECAP -> OF_A_RECAP;
        };
    }

    private SopEvents() {}
}
