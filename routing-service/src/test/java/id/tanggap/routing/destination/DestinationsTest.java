package id.tanggap.routing.destination;

import static id.tanggap.routing.cases.ReceivedFixture.received;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.dispatch.Dispatcher;
import id.tanggap.dispatch.Learned;
import id.tanggap.dispatch.Proposal;
import id.tanggap.dispatch.Rights;
import id.tanggap.dispatch.Rights.Holder;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.routing.cases.ReceivedFixture;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DestinationsTest {
    private static final Government SURAKARTA =
            Objects.requireNonNull(Governments.load(null).find("surakarta"));
    private static final String PAJANG = "33.72.01.1001";
    private static final String SERENGAN = "33.72.02";
    private static final ReceivedFixture BEES = received().saying("Ada sarang lebah menggantung di atas pagar");
    private static final ReceivedFixture NOTHING_KNOWN = received().saying("Usul untuk kotaku");

    @SuppressWarnings("NullAway.Init")
    private static Learned learned;

    @BeforeAll
    static void learn() {
        var cases = new ArrayList<>(InventedCases.of(600));
        // What the people of each village bring to their own district office.
        for (int i = 0; i < 60; i++) {
            var ofLaweyan = i % 2 == 0;
            cases.add(InventedCases.confirmed(
                    600 + i,
                    ofLaweyan ? "kec-laweyan" : "kec-serengan",
                    "Gapura kampung kami miring, sudah %d hari".formatted(i),
                    ofLaweyan ? PAJANG : SERENGAN));
        }
        learned = Learned.from(cases, () -> SURAKARTA);
    }

    @Test
    void rulesServeUntilEnoughIsLearned() {
        var sure = propose(received().inCategory("jalan-rusak"), null, true);
        assertThat(sure.automatic()).isTrue();
        assertThat(sure.sureOf()).isEqualTo("dpupr");

        var unsure = propose(BEES, null, true);
        assertThat(unsure.automatic()).isFalse();
        assertThat(unsure.sureOf()).isNull();
    }

    @Test
    void dispatchesWhatIsLearnedWellEnoughAndSaysWhy() {
        var proposal = propose(BEES, learned, true);

        assertThat(proposal.automatic()).isTrue();
        assertThat(proposal.sureOf()).isEqualTo("dlh");
        var best = Objects.requireNonNull(proposal.best());
        assertThat(best.by()).isEqualTo(Learned.BY);
        assertThat(best.reason()).contains("lebah").containsPattern("mirip aduan SKA-2026-\\d{4}");
    }

    @Test
    void leavesWhatItIsNotSureOfToAPerson() {
        // Half of one topic, half of another.
        var proposal = propose(received().saying("Sarang lebah, bidak catur, lalu layang-layang"), learned, true);

        assertThat(proposal.automatic()).isFalse();
        assertThat(proposal.options()).hasSizeGreaterThan(2);
    }

    @Test
    void proposesTheRuleBesideWhatIsLearned() {
        var proposal = propose(NOTHING_KNOWN, learned, true);

        assertThat(proposal.automatic()).isFalse();
        assertThat(proposal.options()).extracting(Proposal.Option::by).contains("bawaan");
    }

    @Test
    void whatTheCitizenChoseDecidesForAnAgencyOfWhichTooLittleIsKnown() {
        var proposal =
                propose(received().saying("Kandang di Solo Safari kotor").inCategory("wisata-olahraga"), learned, true);

        assertThat(proposal.sureOf()).isEqualTo("tstj");
        assertThat(proposal.best()).isNotNull().extracting(Proposal.Option::by).isEqualTo("solo-safari");
    }

    @Test
    void aPersonDecidesWhereBothAreSureAndTheRulesAgencyWasHardlyEverSeen() {
        var proposal = propose(
                received().saying("Sarang lebah menggantung di Solo Safari").inCategory("wisata-olahraga"),
                learned,
                true);

        assertThat(proposal.sureOf()).isNull();
        assertThat(proposal.claim()).isNull();
        assertThat(proposal.options()).extracting(Proposal.Option::agency).contains("dlh", "tstj");
    }

    @Test
    void theCategoryDecidesWhereWhatIsLearnedIsNotConfident() {
        var unclear = received().saying("Sarang lebah, bidak catur, lalu layang-layang lebah");

        assertThat(propose(unclear, learned, true).sureOf()).isNull();
        var proposal = propose(unclear.inCategory("pohon"), learned, true);
        assertThat(proposal.sureOf()).isEqualTo("dlh");
        assertThat(proposal.best()).isNotNull().extracting(Proposal.Option::by).isEqualTo("kategori-pohon");
    }

    @Test
    void wordsDecideNothingWhereWhatIsLearnedIsNotConfident() {
        var unclear = received().saying("Sarang lebah, bidak catur, lalu layang-layang di pohon");

        assertThat(propose(unclear, null, true).sureOf()).isEqualTo("dlh");
        var proposal = propose(unclear, learned, true);
        assertThat(proposal.sureOf()).isNull();
        assertThat(proposal.claim()).isNull();
    }

    @Test
    void whatWasLearnedAndLostTheRightStillClaimsAndTheRulesServe() {
        var rights = new Rights(true, Map.of(Holder.rule(Learned.BY), false));

        var waiting = propose(BEES, learned, rights);
        assertThat(waiting.automatic()).isFalse();
        assertThat(waiting.claim()).isNotNull().extracting(Proposal.Option::by).isEqualTo(Learned.BY);
        assertThat(propose(BEES.inCategory("pohon"), learned, rights).automatic())
                .isTrue();
    }

    @Test
    void theLegalClassDecidesWhateverTheTextSays() {
        var oversight = propose(BEES.ofType(ComplaintType.OVERSIGHT), learned, false);

        assertThat(oversight.sureOf()).isEqualTo("inspektorat");
        assertThat(oversight.automatic()).isTrue();
    }

    @Test
    void sendsNothingByItselfWhenItIsSwitchedOffAndStillSaysWhatItIsSureOf() {
        var proposal = propose(BEES, learned, false);

        assertThat(proposal.automatic()).isFalse();
        assertThat(proposal.sureOf()).isEqualTo("dlh");
    }

    @Test
    void meansTheOfficeOfThePlace() {
        var gate = received().saying("Gapura kampung miring");

        assertThat(first(gate.inRegion(PAJANG))).isEqualTo("kec-laweyan");
        assertThat(first(gate.inRegion(SERENGAN))).isEqualTo("kec-serengan");
        // Never seen there, and all the same.
        assertThat(first(gate.inRegion("33.72.03"))).isEqualTo("kec-pasar-kliwon");
        assertThat(first(gate.saying("Gapura kampung miring di Kelurahan Pajang")))
                .isEqualTo("kec-laweyan");
    }

    @Test
    void learnsAnAgencyThatWasNeverSeen() {
        var before = propose(received().saying("Sumur artesis tercemar"), learned, true);
        assertThat(before.options()).extracting(Proposal.Option::agency).doesNotContain("dinkes");

        learned.learn(InventedCases.confirmed(9_000, "dinkes", "Air sumur artesis tercemar", null));

        assertThat(propose(received().saying("Sumur artesis tercemar"), learned, true)
                        .options())
                .extracting(Proposal.Option::agency)
                .contains("dinkes");
    }

    private static @Nullable String first(ReceivedFixture complaint) {
        var best = propose(complaint, learned, true).best();
        return best == null ? null : best.agency();
    }

    private static Proposal propose(ReceivedFixture complaint, @Nullable Learned from, boolean enabled) {
        return propose(complaint, from, new Rights(enabled, Map.of()));
    }

    private static Proposal propose(ReceivedFixture complaint, @Nullable Learned from, Rights rights) {
        return new Dispatcher(SURAKARTA, from, rights).propose(Destinations.complaint(complaint.event()));
    }
}
