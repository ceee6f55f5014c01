package id.tanggap.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.dispatch.Proposal.Option;
import id.tanggap.dispatch.Rights.Holder;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules alone, as on the first day. */
class DispatcherTest {
    private static final String LAMPS = "Lampu PJU padam di depan pasar";
    private static final String SCHOOL = "PPDB jalur zonasi tidak adil";

    private final Government surakarta =
            Objects.requireNonNull(Governments.load(null).find("surakarta"));

    @Test
    void dispatchesByWordsThatWereMeasured() {
        var proposal = propose(LAMPS, null);

        assertThat(proposal.automatic()).isTrue();
        assertThat(proposal.sureOf()).isEqualTo("dishub");
        assertThat(proposal.best())
                .isNotNull()
                .satisfies(best -> assertThat(best.confidence()).isGreaterThanOrEqualTo(0.90))
                .satisfies(best -> assertThat(best.reason()).contains("kata \"lampu pju\""));
    }

    @Test
    void proposesByOtherWordsAndClaimsThem() {
        var proposal = propose(SCHOOL, null);

        assertThat(proposal.automatic()).isFalse();
        assertThat(proposal.sureOf()).isNull();
        assertThat(proposal.options()).extracting(Option::agency).containsExactly("disdik");
        assertThat(proposal.claim()).isNotNull().extracting(Option::by).isEqualTo("kata-sekolah");
    }

    @Test
    void dispatchesByWordsThatHaveEarnedTheRightUntilTheyLoseIt() {
        var rule = Holder.rule("kata-sekolah");

        assertThat(propose(SCHOOL, null, Map.of(rule, true)).sureOf()).isEqualTo("disdik");
        assertThat(propose(SCHOOL, null, Map.of(rule, false)).sureOf()).isNull();
        assertThat(propose(LAMPS, null, Map.of(Holder.rule("kata-penerangan-jalan"), false))
                        .claim())
                .isNotNull();
    }

    @Test
    void sendsNothingByItselfToAnAgencyThatHasLostTheRight() {
        var proposal = propose(LAMPS, null, Map.of(Holder.agency("dishub"), false));

        assertThat(proposal.automatic()).isFalse();
        assertThat(proposal.sureOf()).isEqualTo("dishub");
        assertThat(propose("Jalan berlubang", null, Map.of(Holder.agency("dishub"), false))
                        .automatic())
                .isTrue();
    }

    @Test
    void dispatchesByTheCategoryWhateverTheWords() {
        assertThat(propose(LAMPS, "pohon").sureOf()).isEqualTo("dlh");
        assertThat(propose(LAMPS, "pohon", Map.of(Holder.rule("kategori-pohon"), false))
                        .sureOf())
                .isNull();
    }

    /** A word of the scene claims nothing; it is shown to the person who decides. */
    @ParameterizedTest
    @ValueSource(
            strings = {"Ramai sekali di dekat sekolah", "Di parkiran ada orang tidur", "Trotoar depan rumah ramai"})
    void theSceneAloneDecidesNothing(String text) {
        var proposal = propose(text, null);

        assertThat(proposal.sureOf()).isNull();
        assertThat(proposal.claim()).isNull();
        assertThat(proposal.options()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jalan berlubang, NIK saya [NIK]", "[NAMA] [TELEPON] jalan berlubang di sekolah"})
    void aMarkDecidesNothing(String text) {
        assertThat(propose(Wording.of(null, text), null).sureOf()).isEqualTo("dpupr");
        assertThat(propose(Wording.of(null, "[NIK] [RUMAH]"), null).claim()).isNull();
    }

    @Test
    void whereSeveralRulesSpeakThePersonSeesThemAll() {
        assertThat(propose("Tawuran pelajar, guru dan siswa diam saja", null).options())
                .extracting(Option::agency)
                .containsExactly("disdik", "satpol-pp");
    }

    private Proposal propose(String text, @Nullable String category) {
        return propose(text, category, Map.of());
    }

    private Proposal propose(String text, @Nullable String category, Map<Holder, Boolean> switched) {
        return new Dispatcher(surakarta, null, new Rights(true, switched))
                .propose(new Complaint("ORDINARY", category, text, null));
    }
}
