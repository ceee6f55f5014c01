package id.tanggap.dispatch;

import id.tanggap.dispatch.Proposal.Option;
import id.tanggap.governments.Government;
import id.tanggap.learning.Example;
import id.tanggap.learning.Explanation;
import id.tanggap.learning.Explanation.Clue;
import id.tanggap.learning.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one government's confirmed cases have taught. Any number of threads may ask while one teaches. */
public final class Learned {
    /** Names it where a rule has its id. */
    public static final String BY = "learned";

    /** With fewer cases of an agency its absence from the candidates says nothing. */
    private static final int KNOWN = 20;

    private static final int MOST_WORDS = 3;
    private static final int MOST_CASES = 3;

    private final Supplier<Government> government;
    private final Model model;
    private final Map<String, Integer> casesOf;

    private Learned(Supplier<Government> government, Model model, Map<String, Integer> casesOf) {
        this.government = government;
        this.model = model;
        this.casesOf = casesOf;
    }

    /**
     * Takes seconds of a processor.
     *
     * @param cases the oldest first
     */
    public static Learned from(List<ConfirmedCase> cases, Supplier<Government> government) {
        var counts = new HashMap<String, Integer>();
        cases.forEach(it -> counts.merge(it.agency(), 1, Integer::sum));
        var home = government.get();
        var model = Model.train(cases.stream().map(it -> example(it, home)).toList(), new OfficeOfThePlace(government));
        return new Learned(government, model, new ConcurrentHashMap<>(counts));
    }

    public void learn(ConfirmedCase one) {
        model.learn(example(one, government.get()));
        casesOf.merge(one.agency(), 1, Integer::sum);
    }

    public int count() {
        return model.count();
    }

    /** Whether enough cases of the agency were seen to rely on its not being proposed. */
    public boolean knows(String agency) {
        return casesOf.getOrDefault(agency, 0) >= KNOWN;
    }

    /** The confidence from which first options, taken together, are right that often; infinite when none is enough. */
    public double sureFrom(double precision) {
        return model.threshold(precision);
    }

    /** The agencies that come into question, best first, each with the words and cases that speak for it. */
    public List<Option> propose(String text, @Nullable String regionCode) {
        var home = government.get();
        return model.propose(text, place(home, text, regionCode)).candidates().stream()
                .filter(candidate -> home.agency(candidate.label()) != null)
                .map(candidate ->
                        new Option(candidate.label(), candidate.confidence(), BY, reason(candidate.explanation())))
                .toList();
    }

    private static Example example(ConfirmedCase it, Government home) {
        return new Example(it.number(), it.text(), place(home, it.text(), it.region()), it.agency());
    }

    /** Who tells no place may name one. */
    private static @Nullable String place(Government home, String text, @Nullable String regionCode) {
        if (regionCode != null) {
            return regionCode;
        }
        var district = home.districtNamedIn(text);
        return district == null ? null : district.code();
    }

    private static String reason(Explanation why) {
        var words = why.clues().stream()
                .limit(MOST_WORDS)
                .map(Clue::words)
                .map("\"%s\""::formatted)
                .collect(Collectors.joining(", "));
        var cases = why.similarExamples().stream().limit(MOST_CASES).collect(Collectors.joining(", "));
        var parts = new ArrayList<String>();
        if (!words.isEmpty()) {
            parts.add("kata " + words);
        }
        if (!cases.isEmpty()) {
            parts.add("mirip aduan " + cases);
        }
        return parts.isEmpty()
                ? "Dipelajari dari aduan yang sudah dijawab"
                : "Dipelajari dari aduan yang sudah dijawab: " + String.join("; ", parts);
    }
}
