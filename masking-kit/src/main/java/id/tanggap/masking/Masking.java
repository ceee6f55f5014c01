package id.tanggap.masking;

import id.tanggap.masking.name.CuedNames;
import id.tanggap.masking.name.OwnName;
import id.tanggap.masking.name.Tagger;
import id.tanggap.masking.shape.Accounts;
import id.tanggap.masking.shape.BirthDates;
import id.tanggap.masking.shape.Homes;
import id.tanggap.masking.shape.Mails;
import id.tanggap.masking.shape.Numbers;
import id.tanggap.masking.shape.Plates;
import id.tanggap.masking.shape.Unmasked;
import id.tanggap.masking.text.Claims;
import id.tanggap.masking.text.Finder;
import id.tanggap.masking.text.Folded;
import id.tanggap.masking.text.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what identifies a person in a text and takes it out. Dates, hours, money, coordinates, references and codes stay:
 * the office needs them. A millisecond a text at most.
 */
public final class Masking {
    private final List<Finder> finders;

    private Masking(List<Finder> finders) {
        this.finders = finders;
    }

    /**
     * @param complainant what stood in the form as the name of the person whose text it is; taken out wherever it stands,
     *     when it is a name
     */
    public static Masking of(Surroundings surroundings, @Nullable String complainant) {
        return new Masking(List.of(
                new Mails(),
                new Accounts(surroundings.accounts()),
                new BirthDates(),
                new Plates(),
                new Unmasked(surroundings.prefixes()),
                new Homes(),
                new Numbers(),
                OwnName.of(complainant, surroundings.places()),
                new CuedNames(surroundings.places()),
                new Tagger(surroundings.places())));
    }

    /** In the order of the text; none overlaps another. */
    public List<Mark> marks(String text) {
        var folded = Folded.of(text);
        var claims = new Claims(folded);
        finders.forEach(finder -> finder.find(folded, claims));
        return claims.marks();
    }

    public @Nullable String mask(@Nullable String text) {
        return text == null ? null : masked(text, marks(text));
    }

    private static String masked(String text, List<Mark> marks) {
        var masked = new StringBuilder(text.length());
        var from = 0;
        for (var mark : marks) {
            masked.append(text, from, mark.from()).append(mark.kind().mark());
            from = mark.to();
        }
        return masked.append(text, from, text.length()).toString();
    }
}
