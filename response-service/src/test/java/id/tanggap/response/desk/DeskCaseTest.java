package id.tanggap.response.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerApproved;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.agency.Division;
import id.tanggap.response.desk.ApprovalRule.Approver;
import id.tanggap.response.desk.DeskCase.Answer;
import id.tanggap.response.desk.Draft.Approval;
import id.tanggap.response.desk.Outcome.Done;
import id.tanggap.response.desk.Outcome.Refused;
import id.tanggap.response.life.Action;
import id.tanggap.response.life.Lifecycle;
import id.tanggap.response.life.Refusal;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeskCaseTest {
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Instant MORNING = Instant.parse("2026-11-02T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-02T05:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-02T10:00:00Z");

    private static final Division TRAFFIC = new Division("lalu-lintas", "Bidang Lalu Lintas", null);
    private static final Division SIGNALS = new Division("rekayasa", "Seksi Rekayasa", "lalu-lintas");
    private static final Division PARKING = new Division("parkir", "Bidang Perparkiran", null);

    private final Officer andi = officer("andi", null, Role.AGENCY_ADMIN);
    private final Officer budi = officer("budi", null, Role.AGENCY_ADMIN);
    private final Officer citra = officer("citra", TRAFFIC, Role.DIVISION_STAFF);
    private final Officer dewi = officer("dewi", SIGNALS, Role.DIVISION_STAFF);
    private final Officer eko = officer("eko", PARKING, Role.DIVISION_STAFF);

    private final DeskCase deskCase = newCase();

    @Test
    void isTakenInHand() {
        assertThat(event(deskCase.accept(andi, MORNING))).isEqualTo(new Accepted("dishub", MORNING));

        assertThat(deskCase.status).isEqualTo(DeskStatus.IN_PROGRESS);
        assertThat(deskCase.acceptedBy).isEqualTo("andi");
        assertThat(deskCase.assigneeName).isEqualTo("Andi");
        assertThat(refusal(deskCase.accept(budi, NOON))).isEqualTo(Refusal.ALREADY_ACCEPTED);
        assertThat(deskCase.acceptedBy).isEqualTo("andi");
    }

    @Test
    void isAnsweredAfterItWasAcceptedAndOnce() {
        assertThat(refusal(answer(andi, "Sudah kami perbaiki."))).isEqualTo(Refusal.NOT_ACCEPTED);
        deskCase.accept(andi, MORNING);
        assertThat(event(answer(budi, "Sudah kami perbaiki.")))
                .isEqualTo(new AnswerPublished("dishub", "Sudah kami perbaiki.", NOON));

        assertThat(deskCase.status).isEqualTo(DeskStatus.ANSWERED);
        assertThat(deskCase.answeredBy).isEqualTo("budi");
        assertThat(refusal(answer(budi, "Belum."))).isEqualTo(Refusal.ALREADY_ANSWERED);
        assertThat(refusal(deskCase.accept(budi, NOON))).isEqualTo(Refusal.ALREADY_ANSWERED);
        assertThat(deskCase.answer).isEqualTo("Sudah kami perbaiki.");
    }

    @Test
    void promisesAFollowUpUntilTheEndOfItsDayInTheGovernmentsTimeZone() {
        deskCase.accept(andi, MORNING);
        var day = LocalDate.of(2026, 11, 9);

        assertThat(event(deskCase.publishAtOnce(andi, new Answer("Kami kerjakan.", "Mengganti tiang", day), WIB, NOON)))
                .isEqualTo(new AnswerPublished("dishub", "Kami kerjakan.", day, NOON, null));
        assertThat(deskCase.followUpDueAt).isEqualTo("2026-11-09T17:00:00Z");
        assertThat(deskCase.resolve(andi, EVENING)).isInstanceOf(Done.class);
        assertThat(deskCase.status).isEqualTo(DeskStatus.RESOLVED);
        assertThat(deskCase.resolvedAt).isEqualTo(EVENING);
    }

    @Test
    void promisesNoFollowUpByHalvesOrInThePast() {
        deskCase.accept(andi, MORNING);
        // 23.30 WIB is still the second of November, half an hour later it is not.
        var beforeMidnight = Instant.parse("2026-11-02T16:30:00Z");
        var second = new Answer("Kami kerjakan.", "Mengganti tiang", LocalDate.of(2026, 11, 2));

        assertThat(refusal(deskCase.publishAtOnce(andi, new Answer("Kami kerjakan.", "Tiang", null), WIB, NOON)))
                .isEqualTo(Refusal.FOLLOW_UP_INCOMPLETE);
        assertThat(refusal(deskCase.publishAtOnce(
                        andi, new Answer("Kami kerjakan.", " ", LocalDate.of(2026, 11, 9)), WIB, NOON)))
                .isEqualTo(Refusal.FOLLOW_UP_INCOMPLETE);
        assertThat(refusal(deskCase.publishAtOnce(andi, second, WIB, beforeMidnight.plusSeconds(1_800))))
                .isEqualTo(Refusal.FOLLOW_UP_PAST);
        assertThat(deskCase.publishAtOnce(andi, second, WIB, beforeMidnight)).isInstanceOf(Done.class);
    }

    @Test
    void saysNothingOfTheWordsToASecretComplainant() {
        deskCase.visibility = Visibility.SECRET;
        deskCase.accept(andi, MORNING);
        assertThat(event(deskCase.requestInformation(andi, "Siapa terlapornya?", MORNING)))
                .isEqualTo(new InformationRequested("dishub", null, MORNING));

        assertThat(event(answer(andi, "Terlapor sudah kami periksa.")))
                .isEqualTo(new AnswerPublished("dishub", null, NOON));
        assertThat(deskCase.answer).isEqualTo("Terlapor sudah kami periksa.");
    }

    @Test
    void goesToADivisionAndComesBackWithItsAnswer() {
        assertThat(event(dispose(andi, TRAFFIC))).isEqualTo(new DispositionIssued("dishub", "lalu-lintas", MORNING));
        assertThat(deskCase.status).isEqualTo(DeskStatus.DISPOSED);
        assertThat(deskCase.divisionName).isEqualTo("Bidang Lalu Lintas");
        assertThat(deskCase.divisionDueAt).isEqualTo(EVENING);

        assertThat(event(deskCase.answerAsDivision(citra, "Sudah diganti.", NOON)))
                .isEqualTo(new DivisionAnswered("dishub", "lalu-lintas", NOON));
        assertThat(deskCase.status).isEqualTo(DeskStatus.IN_PROGRESS);
        assertThat(deskCase.division).isNull();
        assertThat(deskCase.divisionDueAt).isNull();
        assertThat(refusal(deskCase.answerAsDivision(citra, "Lagi.", NOON))).isEqualTo(Refusal.NOT_WITH_A_DIVISION);
    }

    @Test
    void goesOneFloorFurther() {
        dispose(andi, TRAFFIC);
        assertThat(event(dispose(citra, SIGNALS))).isEqualTo(new DispositionIssued("dishub", "rekayasa", MORNING));
        assertThat(deskCase.division).isEqualTo("rekayasa");

        assertThat(refusal(deskCase.answerAsDivision(citra, "Sudah.", NOON))).isEqualTo(Refusal.WAITS_FOR_SECTION);
        assertThat(refusal(dispose(dewi, PARKING))).isEqualTo(Refusal.NOT_BELOW_YOURS);
        assertThat(event(deskCase.answerAsDivision(dewi, "Sudah.", NOON))).isNull();
        assertThat(deskCase.status).isEqualTo(DeskStatus.DISPOSED);
        assertThat(deskCase.division).isEqualTo("lalu-lintas");
        assertThat(event(deskCase.answerAsDivision(citra, "Sudah.", NOON))).isInstanceOf(DivisionAnswered.class);
    }

    @Test
    void comesBackWhenTheLastOfSeveralDivisionsHasAnswered() {
        dispose(andi, TRAFFIC);
        dispose(andi, PARKING);
        assertThat(refusal(dispose(andi, PARKING))).isEqualTo(Refusal.ALREADY_DISPOSED);
        assertThat(event(deskCase.answerAsDivision(citra, "Sudah.", NOON))).isNull();
        assertThat(deskCase.status).isEqualTo(DeskStatus.DISPOSED);

        assertThat(event(deskCase.answerAsDivision(eko, "Sudah.", NOON)))
                .isEqualTo(new DivisionAnswered("dishub", "parkir", NOON));
        assertThat(deskCase.status).isEqualTo(DeskStatus.IN_PROGRESS);
    }

    @Test
    void goesOnlyToDivisionsThatExistAndOnlyFromTheOneThatHasIt() {
        assertThat(refusal(deskCase.dispose(andi, null, "Cek.", EVENING, MORNING)))
                .isEqualTo(Refusal.UNKNOWN_DIVISION);
        assertThat(deskCase.status).isEqualTo(DeskStatus.DISPATCHED);
        dispose(andi, TRAFFIC);

        assertThat(refusal(dispose(eko, SIGNALS))).isEqualTo(Refusal.NOT_WITH_YOUR_DIVISION);
        assertThat(refusal(deskCase.answerAsDivision(eko, "Sudah.", NOON))).isEqualTo(Refusal.NOT_WITH_YOUR_DIVISION);
    }

    @Test
    void voidsDispositionsThatNobodyNeedsAnyMore() {
        dispose(andi, TRAFFIC);
        answer(andi, "Sudah kami perbaiki.");

        assertThat(deskCase.dispositions().getFirst().voidedAt()).isEqualTo(NOON);
        assertThat(deskCase.division).isNull();
        deskCase.status = DeskStatus.OBJECTED;
        assertThat(dispose(andi, TRAFFIC)).isInstanceOf(Done.class);
    }

    @Test
    void remembersWhereItWasWhenTheCitizenIsAsked() {
        dispose(andi, TRAFFIC);

        assertThat(event(deskCase.requestInformation(andi, "Di sisi jalan yang mana?", NOON)))
                .isEqualTo(new InformationRequested("dishub", "Di sisi jalan yang mana?", NOON));
        assertThat(deskCase.status).isEqualTo(DeskStatus.NEEDS_INFO);
        assertThat(deskCase.backTo).isEqualTo(DeskStatus.DISPOSED);
        assertThat(refusal(dispose(andi, PARKING))).isEqualTo(Refusal.WAITS_FOR_COMPLAINANT);
    }

    @Test
    void wantsSomebodyElseToApproveWhereTheSopSaysSo() {
        deskCase.approver = Approver.ANOTHER;
        deskCase.accept(andi, MORNING);
        assertThat(refusal(answer(andi, "Sudah kami periksa."))).isEqualTo(Refusal.APPROVAL_NEEDED);
        assertThat(refusal(deskCase.requestApproval(andi))).isEqualTo(Refusal.NO_DRAFT);
        var draft = draftBy(andi);
        assertThat(refusal(deskCase.publishDraft(andi, 3, WIB, NOON))).isEqualTo(Refusal.APPROVAL_NEEDED);
        assertThat(refusal(deskCase.approve(budi, 3, NOON))).isEqualTo(Refusal.APPROVAL_NOT_REQUESTED);

        assertThat(deskCase.requestApproval(andi)).isInstanceOf(Done.class);
        assertThat(deskCase.approvalRequested).isTrue();
        assertThat(refusal(deskCase.requestApproval(andi))).isEqualTo(Refusal.APPROVAL_ALREADY_REQUESTED);
        assertThat(refusal(deskCase.approve(andi, 3, NOON))).isEqualTo(Refusal.OWN_DRAFT);
        assertThat(refusal(deskCase.approve(budi, 2, NOON))).isEqualTo(Refusal.DRAFT_CHANGED);
        assertThat(event(deskCase.approve(budi, 3, NOON))).isEqualTo(new AnswerApproved("dishub", NOON));
        assertThat(draft.reviewedByName()).isEqualTo("Budi");
        assertThat(event(deskCase.publishDraft(andi, 3, WIB, NOON))).isInstanceOf(AnswerPublished.class);
    }

    @Test
    void goesBackToItsAuthorWithARemark() {
        deskCase.approver = Approver.ANOTHER;
        deskCase.accept(andi, MORNING);
        var draft = draftBy(andi);
        deskCase.requestApproval(andi);

        assertThat(refusal(deskCase.sendBack(andi, "Sebut tanggalnya."))).isEqualTo(Refusal.OWN_DRAFT);
        assertThat(deskCase.sendBack(budi, "Sebut tanggalnya.")).isInstanceOf(Done.class);
        assertThat(draft.approval()).isEqualTo(Approval.SENT_BACK);
        assertThat(draft.reviewedByName()).isEqualTo("Budi");
        assertThat(draft.remark()).isEqualTo("Sebut tanggalnya.");
        assertThat(deskCase.approvalRequested).isFalse();
        assertThat(refusal(deskCase.publishDraft(andi, 3, WIB, NOON))).isEqualTo(Refusal.APPROVAL_NEEDED);
        assertThat(deskCase.requestApproval(andi)).isInstanceOf(Done.class);
    }

    @Test
    void needsNoApprovalElsewhereAndPublishesTheVersionThatWasRead() {
        deskCase.accept(andi, MORNING);
        assertThat(refusal(deskCase.publishDraft(andi, 1, WIB, NOON))).isEqualTo(Refusal.NO_DRAFT);
        draftBy(andi);

        assertThat(refusal(deskCase.requestApproval(andi))).isEqualTo(Refusal.APPROVAL_NOT_NEEDED);
        assertThat(refusal(deskCase.approve(budi, 3, NOON))).isEqualTo(Refusal.APPROVAL_NOT_NEEDED);
        assertThat(refusal(deskCase.publishDraft(andi, 2, WIB, NOON))).isEqualTo(Refusal.DRAFT_CHANGED);
        assertThat(deskCase.publishDraft(andi, 3, WIB, NOON)).isInstanceOf(Done.class);
        assertThat(deskCase.answer).isEqualTo("Kami ganti besok.");
    }

    @ParameterizedTest
    @EnumSource(
            value = DeskStatus.class,
            mode = Mode.INCLUDE,
            names = {"CLOSED", "WITHDRAWN", "MERGED", "REFERRED"})
    void allowsNothingButANoteAtItsEnd(DeskStatus end) {
        deskCase.status = end;

        assertThat(EnumSet.allOf(Action.class).stream().filter(action -> deskCase.refusal(action, andi) == null))
                .containsExactly(Action.NOTE);
    }

    @Test
    void saysOfEveryActionInEveryStatusWhetherItIsPossibleOrWhyNot() {
        for (var status : DeskStatus.values()) {
            for (var action : Action.values()) {
                var possible = Lifecycle.of(action).from().contains(status);
                assertThat(Lifecycle.refusal(action, status) == null)
                        .as("%s in %s", action, status)
                        .isEqualTo(possible);
            }
        }
        assertThat(Lifecycle.steps()).hasSameSizeAs(Arrays.asList(Action.values()));
    }

    @Test
    void belongsToTheReachOfItsAgencyItsGovernmentAndTheDivisionsThatItWasGiven() {
        deskCase.visibility = null;
        assertThat(deskCase.isOnDeskOf(andi)).isFalse();
        deskCase.visibility = Visibility.PUBLIC;

        assertThat(deskCase.isOnDeskOf(andi)).isTrue();
        assertThat(deskCase.isOnDeskOf(new Officer("x", "X", "surakarta", null, null, Set.of(Role.HEAD))))
                .isTrue();
        assertThat(deskCase.isOnDeskOf(new Officer("x", "X", "surakarta", "dlh", null, Set.of(Role.AGENCY_ADMIN))))
                .isFalse();
        assertThat(deskCase.isOnDeskOf(new Officer("x", "X", "karanganyar", "dishub", null, Set.of(Role.HEAD))))
                .isFalse();
        assertThat(deskCase.isOnDeskOf(citra)).isFalse();
        dispose(andi, TRAFFIC);
        deskCase.answerAsDivision(citra, "Sudah.", NOON);
        assertThat(deskCase.isOnDeskOf(citra)).isTrue();
        assertThat(deskCase.isOnDeskOf(eko)).isFalse();
    }

    @Test
    void isAnsweredForNoAgencyByWhoReachesAllOfThem() {
        var both = new Officer("x", "X", "surakarta", null, null, Set.of(Role.HEAD, Role.AGENCY_ADMIN));

        assertThat(DeskCase.isFor(Action.PUBLISH, both)).isFalse();
        assertThat(DeskCase.isFor(Action.APPROVE, both)).isTrue();
        assertThat(DeskCase.isFor(Action.PUBLISH, andi)).isTrue();
    }

    private static DeskCase newCase() {
        var deskCase = new DeskCase();
        deskCase.government = "surakarta";
        deskCase.agency = "dishub";
        deskCase.visibility = Visibility.PUBLIC;
        return deskCase;
    }

    private Outcome dispose(Officer officer, Division to) {
        return deskCase.dispose(officer, to, "Periksa dan ganti.", EVENING, MORNING);
    }

    private Outcome answer(Officer officer, String text) {
        return deskCase.publishAtOnce(officer, new Answer(text, null, null), WIB, NOON);
    }

    private Draft draftBy(Officer officer) {
        var draft = new Draft();
        draft.text = "Kami ganti besok.";
        draft.version = 3;
        draft.editedBy = officer.id();
        draft.editedByName = officer.name();
        deskCase.draft = draft;
        return draft;
    }

    private static Officer officer(String id, @Nullable Division division, Role role) {
        var name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        return new Officer(id, name, "surakarta", "dishub", division == null ? null : division.id(), Set.of(role));
    }

    private static @Nullable Object event(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).event();
    }

    private static @Nullable Refusal refusal(Outcome outcome) {
        return outcome instanceof Refused(var refusal) ? refusal : null;
    }
}
