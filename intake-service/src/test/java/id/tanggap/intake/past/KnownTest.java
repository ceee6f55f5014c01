package id.tanggap.intake.past;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.past.told.Known;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.past.told.PastComplaint.AgencyTold;
import id.tanggap.intake.past.told.PastComplaint.Handling;
import id.tanggap.intake.past.told.PastComplaint.Kind;
import id.tanggap.intake.past.told.PastComplaint.Origin;
import id.tanggap.intake.past.told.PastComplaint.Subject;
import id.tanggap.intake.past.told.PastComplaint.Words;
import id.tanggap.intake.vault.Seal;
import id.tanggap.intake.vault.SealFixture;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Surroundings;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told again with less is known; what is told otherwise changes; and both at once do not harm each other. */
class KnownTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Seal SEAL = SealFixture.seal();
    private static final Instant EARLIER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    /** What a source may tell: as it did at first, told less, and told otherwise. */
    private enum Part {
        CHANNEL(Channel.WEB, null, Channel.WHATSAPP, ComplaintImported::channel),
        TYPE(ComplaintType.ASPIRATION, null, ComplaintType.ORDINARY, ComplaintImported::type),
        VISIBILITY(Visibility.ANONYMOUS, null, Visibility.PUBLIC, ComplaintImported::visibility),
        TITLE("Lampu", null, "Lampu jalan", ComplaintImported::title),
        CATEGORY("penerangan-jalan", null, "jalan", ComplaintImported::category),
        REGION("33.72.01.1001", "33.72.01", "33.72.02", ComplaintImported::regionCode),
        AGENCY(new AgencyTold("dishub", "Dishub"), null, new AgencyTold("dpupr", "DPUPR"), ComplaintImported::agency),
        RECEIVED(at("2024-03-05T09:10"), at("2024-03-05T00:00"), at("2024-03-06T00:00"), ComplaintImported::receivedAt),
        STATE(ImportedState.ANSWERED, null, ImportedState.ENDED, ComplaintImported::state),
        ANSWERED(at("2024-03-07T10:00"), at("2024-03-07T00:00"), at("2024-03-08T11:00"), ComplaintImported::answeredAt),
        ANSWER("Sudah diganti", null, "Belum diganti", ComplaintImported::answer);

        @SuppressWarnings("ImmutableEnumChecker") // values, all of them
        private final Object first;

        @SuppressWarnings("ImmutableEnumChecker") // values, all of them
        private final @Nullable Object less;

        @SuppressWarnings("ImmutableEnumChecker") // values, all of them
        private final Object other;

        @SuppressWarnings("ImmutableEnumChecker") // asks an event for a part of it
        private final Function<ComplaintImported, @Nullable Object> told;

        Part(Object first, @Nullable Object less, Object other, Function<ComplaintImported, @Nullable Object> told) {
            this.first = first;
            this.less = less;
            this.other = other;
            this.told = told;
        }

        private static Instant at(String time) {
            return LocalDateTime.parse(time).atZone(ZONE).toInstant();
        }

        private static @Nullable Object shown(@Nullable Object value) {
            return value instanceof AgencyTold agency ? agency.id() : value;
        }
    }

    @Property(tries = 200)
    void losesNothingByBeingToldLess(@ForAll Set<Part> less, @ForAll Set<Part> other) {
        other.removeAll(less);
        var known = known(told(Set.of(), Set.of()), EARLIER);
        var later = told(less, other);

        var after = known.retold(later, known(later, NOW), ZONE);

        assertThat(after.isOtherThan(known)).isEqualTo(!other.isEmpty());
        for (var part : Part.values()) {
            assertThat(part.told.apply(after.told()))
                    .as(part.name())
                    .isEqualTo(Part.shown(other.contains(part) ? part.other : part.first));
        }
        assertThat(kept(after)).isEqualTo(after);
    }

    @Property(tries = 200)
    void isFilledUpByBeingToldMore(@ForAll Set<Part> less) {
        var poor = told(less, Set.of());
        var known = known(poor, EARLIER);
        var full = told(Set.of(), Set.of());

        var after = known.retold(full, known(full, NOW), ZONE);

        assertThat(after.told()).isEqualTo(known(full, NOW).told());
    }

    @Test
    void isNotOpenedByALostMark() {
        var secret = told(Map.of(Part.VISIBILITY, Visibility.SECRET), "Wagimin");
        var unmarked = told(EnumSet.of(Part.VISIBILITY), EnumSet.of(Part.STATE));

        var after = known(secret, EARLIER).retold(unmarked, known(unmarked, NOW), ZONE);

        assertThat(after.told().visibility()).isEqualTo(Visibility.SECRET);
        assertThat(after.told().text()).isNull();
        assertThat(after.told().title()).isNull();
    }

    @Test
    void staysMaskedByANameThatIsToldNoMore() {
        var known = known(told(Map.of(), "Zubqoril"), EARLIER);
        var nameless = told(Map.of(Part.STATE, ImportedState.ENDED), null);

        var after = known.retold(nameless, known(nameless, NOW), ZONE);

        assertThat(known.told().text()).isEqualTo("[NAMA] bilang lampu mati");
        assertThat(after.told().text()).isEqualTo("[NAMA] bilang lampu mati");
        assertThat(after.told().state()).isEqualTo(ImportedState.ENDED);
        assertThat(known(nameless, EARLIER)
                        .retold(told(Map.of(), "Zubqoril"), known, ZONE)
                        .told()
                        .text())
                .isEqualTo("[NAMA] bilang lampu mati");
    }

    private static PastComplaint told(Set<Part> less, Set<Part> other) {
        var parts = new EnumMap<Part, @Nullable Object>(Part.class);
        for (var part : Part.values()) {
            parts.put(part, less.contains(part) ? part.less : other.contains(part) ? part.other : part.first);
        }
        return complaint(parts, "Zubqoril");
    }

    private static PastComplaint told(Map<Part, Object> otherwise, @Nullable String person) {
        var parts = new EnumMap<Part, @Nullable Object>(Part.class);
        for (var part : Part.values()) {
            parts.put(part, otherwise.getOrDefault(part, part.first));
        }
        return complaint(parts, person);
    }

    private static PastComplaint complaint(Map<Part, @Nullable Object> parts, @Nullable String person) {
        return new PastComplaint(
                new Origin(ImportSource.SP4N, "1", "SP4N-1", (Channel) parts.get(Part.CHANNEL)),
                new Kind((ComplaintType) parts.get(Part.TYPE), (Visibility) parts.get(Part.VISIBILITY)),
                new Words(person, (String) parts.get(Part.TITLE), "Zubqoril bilang lampu mati"),
                new Subject((String) parts.get(Part.CATEGORY), (String) parts.get(Part.REGION), (AgencyTold)
                        parts.get(Part.AGENCY)),
                (Instant) requireNonNull(parts.get(Part.RECEIVED)),
                new Handling((ImportedState) parts.get(Part.STATE), (Instant) parts.get(Part.ANSWERED), (String)
                        parts.get(Part.ANSWER)));
    }

    private static Known known(PastComplaint complaint, Instant when) {
        return Known.of(complaint, Masking.in(Surroundings.UNKNOWN), SEAL, when);
    }

    private static Known kept(Known known) {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        try {
            return json.readValue(json.writeValueAsBytes(known), Known.class);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
