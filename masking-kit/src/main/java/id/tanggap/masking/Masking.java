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
    private final List<Finder> shapes;
    private final OwnName own;
    private final List<Finder> names;
    private final Surroundings surroundings;

    private Masking(List<Finder> shapes, OwnName own, List<Finder> names, Surroundings surroundings) {
        this.shapes = shapes;
        this.own = own;
        this.names = names;
        this.surroundings = surroundings;
    }

    /** Of texts that are written there, by whomever. */
    public static Masking in(Surroundings surroundings) {
        return new Masking(
                List.of(
                        new Mails(),
                        new Accounts(surroundings.accounts()),
                        new BirthDates(),
                        new Plates(),
                        new Unmasked(surroundings.prefixes()),
                        new Homes(),
                        new Numbers()),
                OwnName.of(null, surroundings.places()),
                List.of(new CuedNames(surroundings.places()), new Tagger(surroundings.places())),
                surroundings);
    }

    /**
     * Of texts about somebody whose name is known.
     *
     * @param complainant what stood in the form as the name of the person; taken out wherever it stands, when it is a name
     */
    public Masking of(@Nullable String complainant) {
        return new Masking(shapes, OwnName.of(complainant, surroundings.places()), names, surroundings);
    }

    /** In the order of the text; none overlaps another. */
    public List<Mark> marks(String text) {
        var folded = Folded.of(text);
        return marks(folded, new Claims(folded));
    }

    /** Of a place, whose house number is somebody's home, whatever stands before it. */
    public List<Mark> marksOfAddress(String address) {
        var folded = Folded.of(address);
        var claims = new Claims(folded);
        Homes.OF_ADDRESSES.find(folded, claims);
        return marks(folded, claims);
    }

    public @Nullable String mask(@Nullable String text) {
        return text == null ? null : masked(text, marks(text));
    }

    public @Nullable String maskAddress(@Nullable String address) {
        return address == null ? null : masked(address, marksOfAddress(address));
    }

    private List<Mark> marks(Folded text, Claims claims) {
        shapes.forEach(finder -> finder.find(text, claims));
        own.find(text, claims);
        names.forEach(finder -> finder.find(text, claims));
        return claims.marks();
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
