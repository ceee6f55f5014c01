package id.tanggap.intake.past.reading;

import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.governments.Government;
import id.tanggap.governments.agency.Agency;
import id.tanggap.governments.place.District;
import id.tanggap.intake.past.reading.PastComplaint.AgencyTold;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What other systems write for what this government knows under an id of its own. */
final class Labels {
    private static final int LONGEST_ID = 60;

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

    private final Government government;
    private final Map<String, Agency> agencies = new HashMap<>();

    Labels(Government government) {
        this.government = government;
        government
                .agencies()
                .forEach(agency -> Stream.of(agency.name(), agency.shortName(), agency.id())
                        .forEach(label -> agencies.putIfAbsent(letters(label), agency)));
    }

    /** An office that is no longer there, or never was of this government, keeps its name. Null where none is told. */
    @Nullable
    AgencyTold agency(PastRow row, String column) {
        var label = row.cell(column);
        if (label == null || label.equals("-")) {
            return null;
        }
        var agency = agencies.get(letters(label));
        if (agency == null) {
            row.remark(column, "Tidak ada di sini; dicatat dengan nama asalnya.");
        }
        return agency == null ? strange(label) : new AgencyTold(agency.id(), agency.name());
    }

    private static AgencyTold strange(String label) {
        var letters = letters(label);
        return new AgencyTold("asal-" + letters.substring(0, Math.min(letters.length(), LONGEST_ID)), label);
    }

    /** Null when the government has no such category. */
    @Nullable
    String category(String label) {
        var category = government.categoryLabelled(label);
        return category == null ? null : category.id();
    }

    /** The village in the district, or the district; null when the government has neither. */
    @Nullable
    String region(@Nullable String district, @Nullable String village) {
        return government.districts().stream()
                .filter(one -> district != null && letters(one.name()).equals(letters(district)))
                .findFirst()
                .map(one -> village(one, village))
                .orElse(null);
    }

    private static String village(District district, @Nullable String name) {
        return district.villages().stream()
                .filter(village -> name != null && letters(village.name()).equals(letters(name)))
                .findFirst()
                .map(village -> village.code())
                .orElse(district.code());
    }

    /**
     * The first word counts: "Website - instansi" is a website.
     *
     * @param otherwise for a way that is not known
     * @param called how people call that
     */
    static Channel channel(PastRow row, String column, Channel otherwise, String called) {
        var label = row.cell(column);
        var channel = label == null
                ? null
                : CHANNELS.get(letters(label).replace("e-mail", "email").split("-", 2)[0]);
        if (channel == null) {
            row.unknown(column, called);
            return otherwise;
        }
        return channel;
    }

    /** Letters and digits in lower case, a dash for all between them. */
    private static String letters(String label) {
        return label.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }
}
