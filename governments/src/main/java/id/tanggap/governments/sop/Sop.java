package id.tanggap.governments.sop;

import id.tanggap.governments.file.Fingerprint;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A standard operating procedure as data: its rows, its deadlines, its decisions. Immutable. */
public final class Sop {

    private final Profile profile;
    private final Policy policy;
    private final ClockRule promise;
    private final List<Ceiling> ceilings;
    private final @Nullable Ombudsman ombudsman;
    private final Map<String, SopStep> steps;
    private final Map<String, String> texts;
    private final String version;

    /**
     * What stands at the head of the SOP.
     *
     * @param effective the first day on which it is in force
     * @param recording what must be recorded of every complaint
     * @param warning what happens when it is not followed
     */
    public record Profile(
            String number,
            String title,
            String owner,
            LocalDate effective,
            List<String> legalBasis,
            List<String> related,
            List<String> recording,
            String warning) {}

    /**
     * What the SOP leaves open and the government has settled.
     *
     * @param automaticFrom the share, from 0 to 1, of dispatches without a person that shall be right: what is proposed
     *     with less confidence than that allows waits for a person. A little more than {@code precision}, because the
     *     world moves on after it was measured
     * @param precision the share of automatic dispatches that must turn out right, from 0 to 1; below it they end
     * @param maxHops how often a complaint moves on before only a coordinator decides
     * @param longestPause how long in all the citizen may hold a clock
     * @param group the coordination group, by its name; null when there is none
     * @param institutions to whom complaints outside the jurisdiction are referred
     * @param approval the legal classes, of {@link LegalClasses#ALL}, whose answers somebody else than their author
     *     approves before they are published
     * @param objectionsGoUp whether a head, who did not give the answer that the citizen disputes, approves the next one
     */
    public record Policy(
            double automaticFrom,
            double precision,
            int maxHops,
            TimeStandard longestPause,
            @Nullable String group,
            Map<String, Institution> institutions,
            Set<String> approval,
            boolean objectionsGoUp) {}

    Sop(
            Profile profile,
            Policy policy,
            ClockRule promise,
            List<Ceiling> ceilings,
            @Nullable Ombudsman ombudsman,
            List<SopStep> steps,
            Map<String, String> texts) {
        this.profile = profile;
        this.policy = policy;
        this.promise = promise;
        this.ceilings = List.copyOf(ceilings);
        this.ombudsman = ombudsman;
        this.steps = steps.stream()
                .collect(Collectors.toMap(SopStep::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        this.texts = Map.copyOf(texts);
        this.version = Fingerprint.of(texts);
    }

    /** Changes with every letter of its files; a running case keeps the one it began with. */
    public String version() {
        return version;
    }

    /** Its files, by name; enough to read it again. */
    public Map<String, String> texts() {
        return texts;
    }

    public Profile profile() {
        return profile;
    }

    public Policy policy() {
        return policy;
    }

    /** What the government promises its citizens. */
    public ClockRule promise() {
        return promise;
    }

    /** Of all times and classes. */
    public List<Ceiling> ceilings() {
        return ceilings;
    }

    /** Null where none is named. */
    public @Nullable Ombudsman ombudsman() {
        return ombudsman;
    }

    /** In the order of the file. */
    public List<SopStep> steps() {
        return List.copyOf(steps.values());
    }

    public @Nullable SopStep step(String id) {
        return steps.get(id);
    }

    @Override
    public String toString() {
        return profile.number() + " (" + version + ")";
    }
}
