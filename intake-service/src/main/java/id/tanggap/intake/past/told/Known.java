package id.tanggap.intake.past.told;

import id.tanggap.contracts.event.ImportEvent.ComplaintImported;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Masking;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that was told of a complaint of the past so far. Told again, of each part the fuller word holds: what is told
 * otherwise replaces what was told, and what is not told, or told less exactly, leaves it.
 *
 * @param content fingerprint of what was told last
 */
public record Known(String content, ComplaintImported told, Prints prints) {
    /**
     * Of the words before they were masked: whether other words are told.
     *
     * @param person whether a name was told that the words are masked by
     */
    public record Prints(
            boolean person,
            @Nullable String title,
            @Nullable String text,
            @Nullable String answer) {
        static Prints of(PastComplaint complaint, Seal seal) {
            var words = complaint.words();
            return new Prints(
                    words.complainant() != null,
                    print(words.title(), seal),
                    print(words.text(), seal),
                    print(complaint.handling().answer(), seal));
        }

        private static @Nullable String print(@Nullable String words, Seal seal) {
            return words == null ? null : fingerprint(words.getBytes(StandardCharsets.UTF_8), seal);
        }
    }

    public static Known of(PastComplaint complaint, Masking here, Seal seal, Instant now) {
        return new Known(content(complaint, seal), complaint.imported(here, now), Prints.of(complaint, seal));
    }

    public static String content(PastComplaint complaint, Seal seal) {
        return fingerprint(complaint.told(), seal);
    }

    private static String fingerprint(byte[] told, Seal seal) {
        return HexFormat.of().formatHex(seal.fingerprint(told));
    }

    /**
     * @param later what it told as it is
     * @param now the same, with the usual where it tells nothing
     * @param zone by whose midnight a day is told without its time
     */
    public Known retold(PastComplaint later, Known now, ZoneId zone) {
        var other = now.told();
        var agency = later.subject().agency() == null ? told : other;
        return new Known(
                now.content(),
                new ComplaintImported(
                        told.number(),
                        told.source(),
                        later.origin().channel() == null ? told.channel() : other.channel(),
                        later.kind().type() == null ? told.type() : other.type(),
                        visibility(later, other),
                        words(now, ComplaintImported::title, Prints::title),
                        words(now, ComplaintImported::text, Prints::text),
                        other.category() == null ? told.category() : other.category(),
                        region(other.regionCode()),
                        agency.agency(),
                        agency.agencyName(),
                        time(told.receivedAt(), other.receivedAt(), zone),
                        later.handling().state() == null ? told.state() : other.state(),
                        other.answeredAt() == null ? told.answeredAt() : answered(other.answeredAt(), zone),
                        words(now, ComplaintImported::answer, Prints::answer),
                        other.importedAt(),
                        null),
                prints(now.prints()));
    }

    /** What was secret is not opened by saying nothing of it. */
    private Visibility visibility(PastComplaint later, ComplaintImported other) {
        return later.kind().visibility() == null ? told.visibility() : other.visibility();
    }

    /** The same words stay as they were masked, unless now the person is told by whom to mask them. */
    private @Nullable String words(
            Known now, Function<ComplaintImported, @Nullable String> masked, Function<Prints, @Nullable String> print) {
        var other = print.apply(now.prints());
        var known = masked.apply(told);
        var same = other == null
                || (other.equals(print.apply(prints)) && !now.prints().person());
        return same && (other == null || known != null) ? known : masked.apply(now.told());
    }

    /** A village is told more exactly than its district. */
    private @Nullable String region(@Nullable String other) {
        var known = told.regionCode();
        return other == null || (known != null && known.startsWith(other)) ? known : other;
    }

    private Instant answered(Instant other, ZoneId zone) {
        var known = told.answeredAt();
        return known == null ? other : time(known, other, zone);
    }

    /** A time of the day is told more exactly than its day. */
    private static Instant time(Instant known, Instant other, ZoneId zone) {
        var day = other.atZone(zone);
        var isDayAlone = day.toLocalTime().equals(LocalTime.MIDNIGHT);
        return isDayAlone && known.atZone(zone).toLocalDate().equals(day.toLocalDate()) ? known : other;
    }

    private Prints prints(Prints now) {
        return new Prints(
                now.person() || prints.person(),
                now.title() == null ? prints.title() : now.title(),
                now.text() == null ? prints.text() : now.text(),
                now.answer() == null ? prints.answer() : now.answer());
    }

    /** Whether anything else is known than before, whenever it was told. */
    public boolean isOtherThan(Known before) {
        return !told.equals(before.toldAt(told.importedAt()))
                || !prints.equals(before.prints(new Prints(prints.person(), null, null, null)));
    }

    private ComplaintImported toldAt(Instant when) {
        return new ComplaintImported(
                told.number(),
                told.source(),
                told.channel(),
                told.type(),
                told.visibility(),
                told.title(),
                told.text(),
                told.category(),
                told.regionCode(),
                told.agency(),
                told.agencyName(),
                told.receivedAt(),
                told.state(),
                told.answeredAt(),
                told.answer(),
                when,
                null);
    }

    /** Shows nothing of the words, wherever it is printed by mistake. */
    @Override
    public String toString() {
        return "Known[" + told.number() + "]";
    }
}
