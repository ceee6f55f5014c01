package id.tanggap.intake.past.reading;

import static java.util.Objects.requireNonNull;

import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.governments.Category;
import id.tanggap.governments.Government;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.place.District;
import id.tanggap.intake.past.mapping.Label;
import id.tanggap.intake.past.mapping.LabelKind;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.past.told.PastComplaint.AgencyTold;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What other systems write for what this government knows under an id of its own. */
final class Labels {
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_CATEGORY = 100;
    private static final String STRANGE = "Tidak ada di sini; dicatat dengan nama asalnya.";
    private static final String AS_TOLD = "Dicatat dengan nama asalnya, sesuai padanan yang disimpan.";
    private static final String TOLD = "Dicatat sebagai %s, sesuai padanan yang disimpan.";

    private static final Map<String, Channel> CHANNELS = Map.ofEntries(
            Map.entry("website", Channel.WEB),
            Map.entry("web", Channel.WEB),
            Map.entry("situs", Channel.WEB),
            Map.entry("ulas", Channel.WEB),
            Map.entry("android", Channel.MOBILE_APP),
            Map.entry("ios", Channel.MOBILE_APP),
            Map.entry("aplikasi", Channel.MOBILE_APP),
            Map.entry("mobile", Channel.MOBILE_APP),
            Map.entry("whatsapp", Channel.WHATSAPP),
            Map.entry("wa", Channel.WHATSAPP),
            Map.entry("sms", Channel.SMS),
            Map.entry("facebook", Channel.FACEBOOK),
            Map.entry("fb", Channel.FACEBOOK),
            Map.entry("instagram", Channel.INSTAGRAM),
            Map.entry("ig", Channel.INSTAGRAM),
            Map.entry("telegram", Channel.TELEGRAM),
            Map.entry("twitter", Channel.X),
            Map.entry("x", Channel.X),
            Map.entry("email", Channel.EMAIL),
            Map.entry("surel", Channel.EMAIL),
            Map.entry("surat", Channel.LETTER),
            Map.entry("loket", Channel.COUNTER),
            Map.entry("tatap", Channel.COUNTER),
            Map.entry("telepon", Channel.COUNTER));

    /** By what it begins with; none begins as another does. */
    private static final Map<String, ImportedState> STATES = Map.of(
            "ditutup", ImportedState.ANSWERED,
            "selesai", ImportedState.ANSWERED,
            "diarsipkan", ImportedState.ENDED,
            "ditolak", ImportedState.ENDED,
            "menunggu", ImportedState.OPEN,
            "belum", ImportedState.OPEN,
            "proses", ImportedState.OPEN,
            "diproses", ImportedState.OPEN);

    /**
     * Of what an officer may say the meaning of.
     *
     * @param find by the id; nothing when it is not here any more
     */
    private record Kind<T>(LabelKind label, Function<String, @Nullable T> find, Function<T, String> name) {}

    private final Government government;
    private final Remembered remembered;
    private final Kind<Agency> agencyKind;
    private final Kind<Category> categoryKind;
    private final Map<String, Agency> agencies = new HashMap<>();

    Labels(Government government, Remembered remembered) {
        this.government = government;
        this.remembered = remembered;
        this.agencyKind = new Kind<>(LabelKind.AGENCY, government::agency, Agency::name);
        this.categoryKind = new Kind<>(LabelKind.CATEGORY, government::category, Category::name);
        government
                .agencies()
                .forEach(agency -> Stream.of(agency.name(), agency.shortName(), agency.id())
                        .forEach(label -> agencies.putIfAbsent(Label.letters(label), agency)));
    }

    /** An office that is no longer there, or never was of this government, keeps its name. Null where none is told. */
    @Nullable
    AgencyTold agency(PastRow row, String column) {
        var label = row.cell(column);
        if (label == null || label.equals("-")) {
            return null;
        }
        var known = agencies.get(Label.letters(label));
        var agency = known == null ? told(row, column, agencyKind) : known;
        return agency == null ? strange(label) : new AgencyTold(agency.id(), agency.name());
    }

    private static AgencyTold strange(String label) {
        var letters = Label.letters(label);
        return new AgencyTold("asal-" + letters.substring(0, Math.min(letters.length(), LONGEST_ID)), label);
    }

    /** An id of the government, or the source's own word. Null where none is told. */
    @Nullable
    String category(PastRow row, String column) {
        var label = row.cell(column);
        if (label == null || label.equals("-")) {
            return null;
        }
        var known = government.categoryLabelled(label);
        var category = known == null ? told(row, column, categoryKind) : known;
        return category == null ? label.substring(0, Math.min(label.length(), LONGEST_CATEGORY)) : category.id();
    }

    /** What officers said that a label means; null when it keeps its own name, which the row tells. */
    private <T> @Nullable T told(PastRow row, String column, Kind<T> kind) {
        var meaning = remembered.meaning(Label.of(kind.label(), requireNonNull(row.cell(column))));
        var here = meaning == null ? null : meaning.map(kind.find()).orElse(null);
        var otherwise = meaning == null || meaning.isPresent() ? STRANGE : AS_TOLD;
        row.strange(
                column, here == null ? otherwise : TOLD.formatted(kind.name().apply(here)), kind.label());
        return here;
    }

    private @Nullable String region(@Nullable String district, @Nullable String village) {
        return government.districts().stream()
                .filter(one -> district != null && Label.letters(one.name()).equals(Label.letters(district)))
                .findFirst()
                .map(one -> village(one, village))
                .orElse(null);
    }

    private static String village(District district, @Nullable String name) {
        return district.villages().stream()
                .filter(village -> name != null && Label.letters(village.name()).equals(Label.letters(name)))
                .findFirst()
                .map(village -> village.code())
                .orElse(district.code());
    }

    /**
     * The first word counts: "Website - instansi" is a website. Null for a way that is not known.
     *
     * @param called how people call what is assumed then
     */
    static @Nullable Channel channel(PastRow row, String column, String called) {
        var label = row.cell(column);
        var channel = label == null
                ? null
                : CHANNELS.get(Label.letters(label).replace("e-mail", "email").split("-", 2)[0]);
        if (channel == null) {
            row.unknown(column, called);
        }
        return channel;
    }

    /** The village or the district; null when the row tells of none that is here. */
    @Nullable
    String region(PastRow row, String district, String village) {
        var told = row.cell(district);
        var region = region(told, row.cell(village));
        if (told != null && region == null) {
            row.strange(district, "Bukan kecamatan di sini; dicatat tanpa wilayah.");
        }
        return region;
    }

    /** Null when nothing is told that is known. */
    static @Nullable ImportedState state(PastRow row, String column) {
        var cell = Objects.requireNonNullElse(row.cell(column), "").toLowerCase(Locale.ROOT);
        var state = STATES.entrySet().stream()
                .filter(beginning -> cell.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (state.isEmpty()) {
            row.unknown(column, "belum dijawab");
        }
        return state.orElse(null);
    }
}
