package id.tanggap.search;

import id.tanggap.search.word.Folding;
import id.tanggap.search.word.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what was typed.
 *
 * @param wanted all of these
 * @param excluded none of these
 */
record Typed(List<Term> wanted, List<Term> excluded) {
    /** A dash before it excludes; a phrase that is not closed goes to the end; everything else ends with a space. */
    private static final Pattern PART = Pattern.compile(
            "(?<not>(?<!\\S)[\\p{Pd}−])?(?:[\"“”„](?<phrase>[^\"“”„]*+)[\"“”„]?|(?<plain>[^\\s\"“”„]++))");

    /** What people write before the number of a case. */
    private static final Set<String> LABELS = Set.of("aduan", "laporan", "nomor", "no", "pengaduan", "tiket");

    private static final Pattern PREFIX = Pattern.compile("[^\\p{L}\\p{Nd}]*+\\p{L}{2,5}");
    private static final Pattern GROUP = Pattern.compile("[^\\p{L}\\p{Nd}]*+[\\p{L}\\p{Nd}]{4}[^\\p{L}\\p{Nd}]*+");

    private static final Pattern WHOLE =
            Pattern.compile("(?=\\P{Nd}*+\\p{Nd})[^\\p{L}\\p{Nd}]*+[\\p{L}\\p{Nd}]{8}[^\\p{L}\\p{Nd}]*+");
    /** A dash between blanks. */
    private static final Predicate<String> MEANS_NOTHING =
            Pattern.compile("[^\\p{L}\\p{Nd}]*+").asMatchPredicate();

    static Typed read(String typed) {
        var read = new Typed(new ArrayList<>(), new ArrayList<>());
        var plain = new ArrayList<String>();
        var part = PART.matcher(typed);
        while (part.find()) {
            if (part.group("plain") != null && part.group("not") == null) {
                plain.add(part.group("plain"));
            } else {
                read.add(part);
            }
        }
        plain.removeIf(MEANS_NOTHING);
        read.addPlain(plain);
        return read;
    }

    private void add(Matcher part) {
        var phrase = part.group("phrase");
        var meant = phrase == null ? meant(part.group("plain")) : Phrase.literal(Words.of(phrase));
        if (!meant.units().isEmpty()) {
            (part.group("not") == null ? wanted : excluded).add(Term.of(meant));
        }
    }

    private void addPlain(List<String> parts) {
        var next = 0;
        while (next < parts.size()) {
            var end = Math.max(next + 1, endOfNumber(parts, next));
            addTogether(parts.subList(next, end));
            next = end;
        }
    }

    /** Words which, taken together, may be a number too. */
    private void addTogether(List<String> parts) {
        var phrases = parts.stream()
                .map(Typed::meant)
                .filter(phrase -> !phrase.units().isEmpty())
                .toList();
        var number = Numbers.meant(String.join(" ", parts.subList(labels(parts, 0), parts.size())));
        if (number == null) {
            phrases.forEach(phrase -> wanted.add(Term.of(phrase)));
        } else if (!phrases.isEmpty()) {
            wanted.add(new Term(phrases, number));
        }
    }

    /** Where the number ends that begins here, with what is written before it; 0 when there is none. */
    private static int endOfNumber(List<String> parts, int first) {
        var start = labels(parts, first);
        var body = matches(PREFIX, parts, start) && start + 1 < parts.size() ? start + 1 : start;
        if (matches(GROUP, parts, body) && matches(GROUP, parts, body + 1)) {
            return body + 2;
        }
        if (body > start && matches(WHOLE, parts, body)) {
            return body + 1;
        }
        return start > first && start < parts.size() && Numbers.meant(parts.get(start)) != null ? start + 1 : 0;
    }

    /** Behind the labels that stand here. */
    private static int labels(List<String> parts, int first) {
        var end = first;
        while (end < parts.size() && LABELS.contains(Folding.of(parts.get(end)))) {
            end++;
        }
        return end;
    }

    private static boolean matches(Pattern shape, List<String> parts, int index) {
        return index < parts.size() && shape.matcher(parts.get(index)).matches();
    }

    private static Phrase meant(String part) {
        return Phrase.meant(Words.of(part));
    }
}
