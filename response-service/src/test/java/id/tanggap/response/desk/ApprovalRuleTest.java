package id.tanggap.response.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.response.desk.ApprovalRule.Approver;
import id.tanggap.response.desk.Draft.Approval;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalRuleTest {
    private final Draft draft = new Draft();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "NONE, -, APPROVAL_NOT_REQUESTED, APPROVAL_NEEDED",
                "REQUESTED, APPROVAL_ALREADY_REQUESTED, -, APPROVAL_NEEDED",
                "APPROVED, ALREADY_APPROVED, APPROVAL_NOT_REQUESTED, -",
                "SENT_BACK, -, APPROVAL_NOT_REQUESTED, APPROVAL_NEEDED"
            })
    void goesFromTheRequestOverTheDecisionToThePublication(
            Approval approval, @Nullable Refusal request, @Nullable Refusal decision, @Nullable Refusal publication) {
        draft.approval = approval;
        var rule = new ApprovalRule(Approver.ANOTHER, draft, null);

        assertThat(rule.refusalToRequest()).isEqualTo(request);
        assertThat(rule.refusalToDecide(officer("budi"))).isEqualTo(decision);
        assertThat(rule.refusalToPublish()).isEqualTo(publication);
    }

    @Test
    void leavesTheDecisionToSomebodyElseThanTheAuthor() {
        draft.editedBy = "andi";
        draft.askForApproval();
        var rule = new ApprovalRule(Approver.ANOTHER, draft, null);

        assertThat(rule.refusalToDecide(officer("andi"))).isEqualTo(Refusal.OWN_DRAFT);
        assertThat(rule.refusalToDecide(officer("budi"))).isNull();
    }

    @Test
    void findsNothingToApproveBeforeAnybodyHasWritten() {
        var rule = new ApprovalRule(Approver.ANOTHER, null, null);

        assertThat(rule.refusalToRequest()).isEqualTo(Refusal.NO_DRAFT);
        assertThat(rule.refusalToDecide(officer("budi"))).isEqualTo(Refusal.APPROVAL_NOT_REQUESTED);
        assertThat(rule.refusalToPublish()).isEqualTo(Refusal.APPROVAL_NEEDED);
    }

    @ParameterizedTest
    @EnumSource
    void standsInNobodysWayWhereTheSopDoesNotAskForIt(Approval approval) {
        draft.approval = approval;
        var rule = new ApprovalRule(Approver.NOBODY, draft, null);

        assertThat(rule.refusalToRequest()).isEqualTo(Refusal.APPROVAL_NOT_NEEDED);
        assertThat(rule.refusalToDecide(officer("budi"))).isEqualTo(Refusal.APPROVAL_NOT_NEEDED);
        assertThat(rule.refusalToPublish()).isNull();
    }

    /** One level up, and to somebody who has not had a hand in it. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "budi, AGENCY_ADMIN, GOES_UP",
                "budi, COORDINATOR, GOES_UP",
                "budi, PATRON, GOES_UP",
                "budi, HEAD, -",
                "andi, HEAD, OWN_DRAFT",
                "citra, HEAD, OWN_ANSWER"
            })
    void leavesTheAnswerToAnObjectionToAHead(String who, Role role, @Nullable Refusal decision) {
        draft.editedBy = "andi";
        draft.askForApproval();
        var rule = new ApprovalRule(Approver.HEAD, draft, "citra");

        assertThat(rule.refusalToDecide(new Officer(who, who, "surakarta", "dishub", null, Set.of(role))))
                .isEqualTo(decision);
        assertThat(rule.refusalToPublish()).isEqualTo(Refusal.HEAD_NEEDED);
    }

    private static Officer officer(String id) {
        return new Officer(id, id, "surakarta", "dishub", null, Set.of(Role.AGENCY_ADMIN));
    }
}
