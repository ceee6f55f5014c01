package id.tanggap.routing.cases;

import static id.tanggap.routing.cases.ReceivedFixture.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tanggap.contracts.event.Event;
import id.tanggap.contracts.event.IntakeEvent.ComplainantReplied;
import id.tanggap.contracts.event.IntakeEvent.ComplaintWithdrawn;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsLinked;
import id.tanggap.contracts.event.IntakeEvent.ComplaintsUnlinked;
import id.tanggap.contracts.event.IntakeEvent.ObjectionRaised;
import id.tanggap.contracts.event.NotificationEvent.Reached;
import id.tanggap.contracts.event.ResponseEvent.Accepted;
import id.tanggap.contracts.event.ResponseEvent.AnswerPublished;
import id.tanggap.contracts.event.ResponseEvent.DispositionIssued;
import id.tanggap.contracts.event.ResponseEvent.DivisionAnswered;
import id.tanggap.contracts.event.ResponseEvent.InformationRequested;
import id.tanggap.contracts.event.ResponseEvent.Resolved;
import id.tanggap.contracts.event.RoutingEvent.CaseClosed;
import id.tanggap.contracts.event.RoutingEvent.ClaimedFromGroup;
import id.tanggap.contracts.event.RoutingEvent.ClockMet;
import id.tanggap.contracts.event.RoutingEvent.ClockPaused;
import id.tanggap.contracts.event.RoutingEvent.ClockResumed;
import id.tanggap.contracts.event.RoutingEvent.ClockStarted;
import id.tanggap.contracts.event.RoutingEvent.ClocksChanged;
import id.tanggap.contracts.event.RoutingEvent.CloseReason;
import id.tanggap.contracts.event.RoutingEvent.ComplaintVerified;
import id.tanggap.contracts.event.RoutingEvent.DeadlineApproaching;
import id.tanggap.contracts.event.RoutingEvent.DeadlineMissed;
import id.tanggap.contracts.event.RoutingEvent.DestinationProposed;
import id.tanggap.contracts.event.RoutingEvent.Dispatched;
import id.tanggap.contracts.event.RoutingEvent.Escalated;
import id.tanggap.contracts.event.RoutingEvent.ForwardedToGroup;
import id.tanggap.contracts.event.RoutingEvent.GroupStayedSilent;
import id.tanggap.contracts.event.RoutingEvent.Redelegated;
import id.tanggap.contracts.event.RoutingEvent.ReferredOutside;
import id.tanggap.contracts.event.RoutingEvent.ReplyOverdue;
import id.tanggap.contracts.event.RoutingEvent.ReturnedAsMisrouted;
import id.tanggap.contracts.vocabulary.ClockKind;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.MisroutingReason;
import id.tanggap.contracts.vocabulary.Position;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A complaint's way, moment by moment; all times are local. 2 November 2026 is a Monday. */
class CaseTest {

    @Test
    void goesToItsAgencyBySystemInSurakarta() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));

        assertThat(story.news())
                .startsWith(new ComplaintVerified(story.now()))
                .filteredOn(event -> event instanceof Dispatched)
                .singleElement()
                .isInstanceOfSatisfying(Dispatched.class, dispatched -> {
                    assertThat(dispatched.agency()).isEqualTo("dpupr");
                    assertThat(dispatched.reason()).isNotBlank();
                    assertThat(dispatched.hop()).isZero();
                });
        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.due("promise")).isEqualTo("2026-11-04T09:00");
        assertThat(story.due("follow-up")).isEqualTo("2026-11-09T16:00");
        assertThat(story.due("answer-ordinary")).isEqualTo("2026-11-20T16:30");
    }

    @Test
    void tellsOfWhatAnArrivalDoesToTheClocksInOneEvent() {
        assertThat(Story.in("surakarta")
                        .receive(received().inCategory("jalan-rusak"))
                        .events())
                .extracting(Event::getClass)
                .containsExactly(ComplaintVerified.class, Dispatched.class, ClocksChanged.class);
        assertThat(Story.in("karanganyar")
                        .receive(received().inCategory("jalan-rusak"))
                        .events())
                .extracting(Event::getClass)
                .containsExactly(ComplaintVerified.class, ForwardedToGroup.class, ClocksChanged.class);
    }

    @Test
    void tellsOfAllClocksThatRingTogetherInOneEvent() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));

        story.at("2026-11-30T09:00").look();

        assertThat(story.events()).singleElement().isInstanceOfSatisfying(ClocksChanged.class, changed -> {
            assertThat(changed.missed())
                    .extracting(DeadlineMissed::rule)
                    .contains("promise", "follow-up", "answer-ordinary");
            assertThat(changed.escalated()).isNotEmpty();
        });
    }

    /** Two acts that are heard of together stay two: what paused and ran again, and paused once more, stands still. */
    @Test
    void tellsOfEachActsClocksInItsPlace() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        var asked = story.now().plusSeconds(60);

        story.hear(
                new InformationRequested("dpupr", "Di sisi mana?", asked),
                new ComplainantReplied("Utara.", asked.plusSeconds(60)),
                new InformationRequested("dpupr", "Sejak kapan?", asked.plusSeconds(120)));

        assertThat(story.events())
                .extracting(event -> event instanceof ClocksChanged changed && changed.paused() != null)
                .containsExactly(true, false, true);
    }

    @Test
    void tellsOfAStepThatEndsInTheMomentItBeginsOnce() {
        var story = Story.in("surakarta").receive(received().inCategory("jalan-rusak"));

        assertThat(story.told(ClockMet.class))
                .extracting(ClockMet::rule)
                .containsExactly("verification", "receive", "distribute");
        assertThat(story.told(ClockStarted.class))
                .extracting(ClockStarted::rule)
                .containsExactly("promise", "answer-ordinary", "follow-up");
    }

    @Test
    void leavesToACoordinatorWhatNoRuleIsSureOf() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().saying("Usul untuk kotaku"));

        assertThat(story.state()).isEqualTo(CaseState.VERIFIED);
        assertThat(story.told(DestinationProposed.class))
                .singleElement()
                .satisfies(proposed -> assertThat(proposed.candidates())
                        .extracting(candidate -> candidate.agency())
                        .containsExactly("diskominfo"));
        assertThat(story.due("distribute")).isEqualTo("2026-11-02T10:00");

        story.at("2026-11-02T09:30").coordinatorSendsTo("dlh");

        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.told(ClockMet.class))
                .extracting(ClockMet::rule, ClockMet::late, ClockMet::tookSeconds)
                .contains(tuple("distribute", false, 1800L));
    }

    @Test
    void callsTheCoordinatorForWhatNobodyHas() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().saying("Usul untuk kotaku"));

        story.until("2026-11-04T09:01");

        assertThat(story.told(Escalated.class))
                .filteredOn(escalated -> escalated.rule().equals("promise"))
                .extracting(Escalated::share, Escalated::position, Escalated::agency)
                .containsExactly(
                        tuple(0.5, Position.COORDINATOR, null),
                        tuple(0.8, Position.COORDINATOR, null),
                        tuple(1.0, Position.COORDINATOR, null));
    }

    @Test
    void sendsWhatAccusesSomebodyToTheInspectorate() {
        for (var government : new String[] {"surakarta", "karanganyar"}) {
            var story = Story.in(government)
                    .receive(received().inCategory("jalan-rusak").ofType(ComplaintType.OVERSIGHT));

            assertThat(story.agency()).isEqualTo("inspektorat");
            assertThat(story.told(ForwardedToGroup.class)).isEmpty();
            assertThat(story.runs("answer-oversight")).isTrue();
        }
    }

    @Test
    void goesToTheGroupInKaranganyarAndToWhoClaimsIt() {
        var story = Story.in("karanganyar").at("2026-11-02T09:00").receive(received());

        assertThat(story.told(ForwardedToGroup.class)).singleElement().satisfies(forwarded -> {
            assertThat(forwarded.group()).isEqualTo("Grup WA Liputan");
            assertThat(forwarded.claimPath()).contains(story.id().toString());
        });
        assertThat(story.due("group-answer")).isEqualTo("2026-11-02T10:00");

        story.at("2026-11-02T09:40").claim("dpupr");

        assertThat(story.news()).hasAtLeastOneElementOfType(ClaimedFromGroup.class);
        assertThat(story.agency()).isEqualTo("dpupr");
        assertThat(story.runs("group-answer")).isFalse();
        assertThat(story.runs("forward-to-agency")).isFalse();
        assertThat(story.due("answer")).isEqualTo("2026-11-05T16:00");
    }

    /** Row 4 of Karanganyar: the answer has to be with the citizen; Surakarta's is done with what it says. */
    @Test
    void hasAnsweredInKaranganyarWhenTheAnswerIsThere() {
        var story = answeredInKaranganyar();
        assertThat(story.runs("answer")).isTrue();
        assertThat(story.state()).isEqualTo(CaseState.ANSWERED);

        story.at("2026-11-03T10:00")
                .reached(Reached.DELIVERED)
                .at("2026-11-03T11:00")
                .reached(Reached.POSTED);

        assertThat(story.runs("answer")).isFalse();
        assertThat(story.told(ClockMet.class))
                .filteredOn(met -> "answer".equals(met.rule()))
                .singleElement()
                .satisfies(met -> assertThat(met.late()).isFalse());
        assertThat(story.reachedBy()).isEqualTo(Reached.DELIVERED);
    }

    @Test
    void hasAnsweredInKaranganyarWhenTheCitizenObjects() {
        var story = answeredInKaranganyar();

        story.at("2026-11-03T10:00").hear(ObjectionRaised.withoutWords(story.now()));
        assertThat(story.runs("answer")).isFalse();

        // It tells of the answer that was objected to, and of none that is to come.
        story.reached(Reached.POSTED);
        assertThat(story.reachedBy()).isNull();
    }

    private static Story answeredInKaranganyar() {
        var story = Story.in("karanganyar").at("2026-11-02T09:00").receive(received());
        story.at("2026-11-02T09:40").claim("dpupr");
        story.at("2026-11-03T09:00").hear(new AnswerPublished("dpupr", "Sudah.", story.now()));
        return story;
    }

    @Test
    void givesAClaimToTheFirstAndTellsTheSecond() {
        var story = Story.in("karanganyar").receive(received());
        story.claim("dpupr");

        assertThat(story.refusalOf(it -> it.claim(story.agencyNamed("dishub-pkp"), story.now())))
                .isEqualTo(Refusal.IS_WITH_AN_AGENCY);
        assertThat(story.agency()).isEqualTo("dpupr");
    }

    @Test
    void goesToTheProposedAgencyWhenTheGroupStaysSilent() {
        var story = Story.in("karanganyar")
                .at("2026-11-06T16:00")
                .receive(received().inCategory("penerangan-jalan"));

        // Sixty working minutes: half an hour on Friday, half an hour on Monday.
        story.until("2026-11-09T08:00");
        assertThat(story.state()).isEqualTo(CaseState.FORWARDED);
        story.until("2026-11-09T08:01");

        assertThat(story.news())
                .hasAtLeastOneElementOfType(GroupStayedSilent.class)
                .doesNotHaveAnyElementsOfTypes(DeadlineMissed.class);
        assertThat(story.agency()).isEqualTo("dishub-pkp");
        assertThat(story.met("forward-to-agency")).isTrue();
        assertThat(story.met("group-answer")).isFalse();
    }

    @Test
    void waitsForACoordinatorWhenTheGroupIsSilentAndTheProposalUnsure() {
        var story = Story.in("karanganyar")
                .at("2026-11-02T09:00")
                .receive(received().saying("Usul saja"));

        story.until("2026-11-02T10:01");

        assertThat(story.state()).isEqualTo(CaseState.VERIFIED);
        assertThat(story.told(DestinationProposed.class)).hasSize(1);
        assertThat(story.runs("forward-to-agency")).isTrue();
    }

    @Test
    void movesOnToTheAgencyThatTheFirstNames() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        var promise = story.due("promise");

        story.at("2026-11-02T11:00").giveBack("dpupr", "dlh");

        assertThat(story.news())
                .extracting(Object::getClass)
                .startsWith(ReturnedAsMisrouted.class, Redelegated.class, Dispatched.class);
        assertThat(story.agency()).isEqualTo("dlh");
        assertThat(story.hop()).isEqualTo(1);
        assertThat(story.due("promise")).isEqualTo(promise);
        assertThat(story.met("redelegate")).isTrue();
        assertThat(story.met("send")).isTrue();
    }

    @Test
    void returnsToAFormerAgencyAndLeavesTheThirdHopToACoordinator() {
        var story = Story.in("surakarta").receive(received().inCategory("jalan-rusak"));
        story.giveBack("dpupr", "dlh");
        story.giveBack("dlh", "dpupr");
        assertThat(story.agency()).isEqualTo("dpupr");
        assertThat(story.hop()).isEqualTo(2);

        story.giveBack("dpupr", "dlh");

        assertThat(story.state()).isEqualTo(CaseState.REDELEGATED);
        assertThat(story.runs("redelegate")).isTrue();
        assertThat(story.told(DestinationProposed.class).getLast().candidates())
                .extracting(candidate -> candidate.agency())
                .startsWith("dlh")
                .doesNotContain("dpupr");

        story.coordinatorSendsTo("dlh");
        assertThat(story.agency()).isEqualTo("dlh");
        assertThat(story.hop()).isEqualTo(3);
        assertThat(story.met("redelegate")).isTrue();
    }

    @Test
    void letsTheCoordinatorSendBackWhatTheAgencyReturned() {
        var story = Story.in("surakarta").receive(received().inCategory("jalan-rusak"));
        story.giveBack("dpupr", null);
        assertThat(story.state()).isEqualTo(CaseState.REDELEGATED);

        story.coordinatorSendsTo("dpupr");

        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.agency()).isEqualTo("dpupr");
    }

    @Test
    void refusesAReturnByName() {
        var story = Story.in("surakarta").receive(received().inCategory("jalan-rusak"));

        assertThat(story.refusalOf(it -> it.giveBack("dlh", MisroutingReason.NOT_OUR_DUTY, null, story.now())))
                .isEqualTo(Refusal.HELD_BY_ANOTHER);
        assertThat(story.refusalOf(it -> it.giveBack("dpupr", MisroutingReason.NOT_OUR_DUTY, "dpupr", story.now())))
                .isEqualTo(Refusal.ALREADY_THERE);
        assertThat(story.refusalOf(it -> it.giveBack("dpupr", MisroutingReason.NOT_OUR_DUTY, "nasa", story.now())))
                .isEqualTo(Refusal.UNKNOWN_AGENCY);
        assertThat(story.refusalOf(it -> it.decide("dpupr", story.now()))).isEqualTo(Refusal.ALREADY_THERE);
        assertThat(story.refusalOf(it -> it.refer("nasa", story.now()))).isEqualTo(Refusal.UNKNOWN_INSTITUTION);
        assertThat(story.agency()).isEqualTo("dpupr");
    }

    @Test
    void refersOutsideWithWordsForTheCitizenAndStopsAllClocks() {
        var story = Story.in("surakarta").receive(received().saying("Usul listrik"));
        story.refer("pln");

        assertThat(story.told(ReferredOutside.class))
                .singleElement()
                .satisfies(referred -> assertThat(referred.advice()).contains("123"));
        assertThat(story.state()).isEqualTo(CaseState.OUT_OF_JURISDICTION);
        story.until("2027-06-01T00:00");
        assertThat(story.told(DeadlineMissed.class)).isEmpty();
    }

    @Test
    void warnsEscalatesAndIsMetLate() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));

        story.until("2026-11-04T09:00");
        assertThat(story.told(DeadlineApproaching.class))
                .filteredOn(approaching -> approaching.rule().equals("promise"))
                .extracting(DeadlineApproaching::share)
                .containsExactly(0.5, 0.8);
        assertThat(story.told(DeadlineMissed.class)).isEmpty();

        story.until("2026-11-06T10:00");
        assertThat(story.told(DeadlineMissed.class))
                .extracting(DeadlineMissed::rule, DeadlineMissed::agency)
                .containsExactly(tuple("promise", "dpupr"));
        assertThat(story.told(Escalated.class))
                .filteredOn(escalated -> escalated.rule().equals("promise"))
                .extracting(Escalated::position)
                .containsExactly(
                        Position.AGENCY_ADMIN,
                        Position.AGENCY_ADMIN,
                        Position.AGENCY_HEAD,
                        Position.COORDINATOR,
                        Position.PATRON);

        story.hear(new AnswerPublished("dpupr", "Maaf terlambat.", story.now()));
        assertThat(story.told(ClockMet.class))
                .filteredOn(met -> met.clock() == ClockKind.PROMISE)
                .singleElement()
                .satisfies(met -> assertThat(met.late()).isTrue());
    }

    @Test
    void catchesUpWithEverythingThatRangWhileNobodyLooked() {
        var story = Story.in("karanganyar")
                .at("2026-11-02T09:00")
                .receive(received().inCategory("penerangan-jalan"));

        story.at("2026-12-31T09:00").look();

        assertThat(story.news())
                .hasAtLeastOneElementOfType(GroupStayedSilent.class)
                .hasAtLeastOneElementOfType(DeadlineMissed.class);
        assertThat(story.told(Escalated.class)).extracting(Escalated::position).contains(Position.PATRON);
        var once = story.told(DeadlineMissed.class).size();
        story.look();
        assertThat(story.told(DeadlineMissed.class)).hasSize(once);
    }

    @Test
    void goesThroughDispositionAndTheDivisionsAnswer() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        story.at("2026-11-02T09:10").hear(new Accepted("dpupr", story.now()));
        story.hear(new DispositionIssued("dpupr", "bina-marga", story.now()));
        story.at("2026-11-02T09:40").hear(new DispositionIssued("dpupr", "seksi-jalan", story.now()));
        assertThat(story.due("division-answer")).isEqualTo("2026-11-02T10:10");

        story.at("2026-11-02T10:00").hear(new DivisionAnswered("dpupr", "bina-marga", story.now()));
        story.at("2026-11-02T10:30").hear(new AnswerPublished("dpupr", "Sudah.", story.now()));

        assertThat(story.told(ClockMet.class))
                .filteredOn(met -> met.clock() == ClockKind.STEP)
                .extracting(ClockMet::rule, ClockMet::tookSeconds, ClockMet::late)
                .contains(tuple("division-answer", 3000L, false), tuple("enter-answer", 1800L, false));
        assertThat(story.state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void standsStillWhileTheCitizenIsAskedForMore() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        story.hear(new InformationRequested("dpupr", null, story.now()));
        assertThat(story.told(ClockPaused.class))
                .extracting(ClockPaused::rule)
                .containsExactly("promise", "answer-ordinary");
        assertThat(story.state()).isEqualTo(CaseState.NEEDS_INFO);

        story.until("2026-11-05T09:00");
        assertThat(story.told(DeadlineMissed.class)).isEmpty();
        story.hear(new ComplainantReplied(null, story.now()));

        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.told(ClockResumed.class)).hasSize(2);
        assertThat(story.due("promise")).isEqualTo("2026-11-07T09:00");
    }

    @Test
    void goesOnWithoutTheCitizenAfterTenWorkingDays() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        story.hear(new InformationRequested("dpupr", null, story.now()));

        story.until("2026-11-16T16:00");
        assertThat(story.state()).isEqualTo(CaseState.NEEDS_INFO);
        story.until("2026-11-16T16:01");

        assertThat(story.news())
                .hasAtLeastOneElementOfType(ReplyOverdue.class)
                .hasAtLeastOneElementOfType(ClockResumed.class);
        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.due("promise")).isEqualTo("2026-11-18T16:00");
    }

    @Test
    void takesAReplyThatIsHeardBeforeItsQuestion() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        var asked = story.at("2026-11-02T10:00").now();
        var replied = story.at("2026-11-02T11:00").now();

        story.hear(new ComplainantReplied(null, replied));
        story.hear(new InformationRequested("dpupr", null, asked));

        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.due("promise")).isEqualTo("2026-11-04T10:00");
    }

    @Test
    void closesTenWorkingDaysAfterAnAnswerToWhichNobodyObjects() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        story.hear(new AnswerPublished("dpupr", "Sudah.", story.now()));

        story.until("2026-11-16T16:01");

        assertThat(story.told(CaseClosed.class))
                .extracting(CaseClosed::reason)
                .containsExactly(CloseReason.COMPLAINANT_SILENT);
        assertThat(story.state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void closesAsResolvedWhatWasResolved() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        story.hear(new AnswerPublished("dpupr", "Sudah.", story.now()));
        story.hear(new Resolved("dpupr", story.now()));

        story.until("2026-11-16T16:01");

        assertThat(story.told(CaseClosed.class)).extracting(CaseClosed::reason).containsExactly(CloseReason.RESOLVED);
    }

    @Test
    void opensAgainByAnObjection() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        story.hear(new AnswerPublished("dpupr", "Sudah.", story.now()));
        story.at("2026-11-03T09:00").hear(new ObjectionRaised(null, story.now()));

        assertThat(story.state()).isEqualTo(CaseState.OBJECTED);
        assertThat(story.due("objection-answer")).isEqualTo("2026-11-10T16:00");
        assertThat(story.told(ClockStarted.class))
                .filteredOn(started -> started.clock() == ClockKind.PROMISE)
                .hasSize(1);
        story.until("2026-12-01T09:00");
        assertThat(story.told(CaseClosed.class)).isEmpty();
    }

    @Test
    void takesAnObjectionThatIsHeardBeforeTheAnswerItDisputes() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        var answered = story.at("2026-11-02T10:00").now();
        var objected = story.at("2026-11-03T09:00").now();

        story.hear(new ObjectionRaised(null, objected));
        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        story.hear(new AnswerPublished("dpupr", "Sudah.", answered));

        assertThat(story.state()).isEqualTo(CaseState.OBJECTED);
        assertThat(story.due("objection-answer")).isEqualTo("2026-11-10T16:00");
        story.at("2026-11-04T09:00").hear(new AnswerPublished("dpupr", "Kini benar.", story.now()));
        assertThat(story.state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void stopsItsClocksWhileItIsCarriedOnElsewhere() {
        var story =
                Story.in("surakarta").at("2026-11-02T09:00").receive(received().inCategory("jalan-rusak"));
        story.hear(new ComplaintsLinked(UUID.randomUUID(), story.now()));
        story.until("2026-11-03T09:00");
        assertThat(story.told(DeadlineApproaching.class)).isEmpty();

        story.hear(new ComplaintsUnlinked(story.now()));

        assertThat(story.state()).isEqualTo(CaseState.DISPATCHED);
        assertThat(story.due("promise")).isEqualTo("2026-11-04T09:00");
        story.until("2026-11-05T09:00");
        assertThat(story.told(DeadlineMissed.class)).hasSize(1);
    }

    @Test
    void takesWhatDoesNotFitWithoutChange() {
        var story = Story.in("surakarta").receive(received().inCategory("jalan-rusak"));
        story.hear(new ComplaintWithdrawn(story.now()));
        var told = story.all().size();

        Event late = new AnswerPublished("dpupr", "Sudah.", story.now());
        assertThat(story.refusalOf(it -> it.hear(late, story.now(), story.now())))
                .isEqualTo(Refusal.HAS_ENDED);

        assertThat(story.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(story.all()).hasSize(told);
        story.at("2027-11-02T09:00").look();
        assertThat(story.all()).hasSize(told);
    }
}
