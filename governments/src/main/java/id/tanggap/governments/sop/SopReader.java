package id.tanggap.governments.sop;

import id.tanggap.governments.file.InvalidGovernment;
import id.tanggap.governments.file.Reading;
import id.tanggap.governments.file.Section;
import id.tanggap.governments.file.Source;
import id.tanggap.governments.sop.SopStep.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code sop.yaml} and the legal ceilings it refers to, which governments of a nation share. */
public final class SopReader {

    public static final String SOP = "sop.yaml";

    private static final String PROMISE = "promise";

    private static final Set<String> NOTHING = Set.of();

    private final Reading reading;
    private final Map<String, String> texts;
    private final Map<String, List<Rung>> ladders = new LinkedHashMap<>();
    private final Set<String> clocks = new HashSet<>();

    /** @param texts filled with what was read when they are empty; see {@link Sop#texts()} */
    public SopReader(Reading reading, Map<String, String> texts) {
        this.reading = reading;
        this.texts = texts;
    }

    /**
     * Reads a procedure from its own {@linkplain Sop#texts() texts}, as it was kept.
     *
     * @throws InvalidGovernment when this version of the platform cannot read it
     */
    public static Sop of(Map<String, String> texts) {
        Reading reading = new Reading(new Source.Texts(texts));
        Sop sop = new SopReader(reading, new HashMap<>(texts)).read(SOP);
        reading.close();
        reading.refuseFaults();
        return sop;
    }

    /** @param file the SOP's path; what it refers to is kept under its own */
    public Sop read(String file) {
        Section head = open(file, SOP);
        Sop.Profile profile = profile(head);
        readLadders(head);
        Sop.Policy policy = policy(head);
        ClockRule promise = promise(head.section(PROMISE));
        Law law = law(head);
        List<SopStep> steps =
                head.sections("steps").stream().map(row -> step(row, policy)).toList();
        return new Sop(profile, policy, promise, law.ceilings(), law.ombudsman(), steps, texts);
    }

    private ClockRule promise(Section section) {
        clocks.add(PROMISE);
        return clock(PROMISE, section, SopEvents.OF_A_COMPLAINT, ladder(section));
    }

    private Section open(String file, String key) {
        Section section = reading.open(file);
        String text = reading.text(file);
        if (text != null) {
            texts.putIfAbsent(key, text);
        }
        return section;
    }

    private static Sop.Profile profile(Section head) {
        return new Sop.Profile(
                head.text("number"),
                head.text("title"),
                head.text("owner"),
                head.date("effective"),
                head.values("legalBasis", "a law", text -> text),
                head.values("related", "a SOP", text -> text),
                head.values("recording", "what is recorded", text -> text),
                head.text("warning"));
    }

    private void readLadders(Section head) {
        for (Section section : head.sections("ladders")) {
            String id = section.id();
            List<Rung> rungs = new ArrayList<>();
            section.sections("rungs").forEach(inner -> rungs.add(rung(inner, rungs)));
            section.once("id", id, List.copyOf(rungs), ladders);
        }
    }

    private static Rung rung(Section section, List<Rung> below) {
        double at = section.value("at", 1.0, "a share of the time above 0, such as 0.8", SopReader::share);
        if (!below.isEmpty() && at < below.getLast().at()) {
            section.fault("at", at + " comes after " + below.getLast().at(), "rising shares");
        }
        return new Rung(at, section.choice("to", Position.class));
    }

    private static Sop.Policy policy(Section head) {
        Section dispatch = head.section("dispatch");
        return new Sop.Policy(
                dispatch.value("automaticFrom", 1.0, "a share from 0 to 1", SopReader::proportion),
                dispatch.value("precision", 1.0, "a share from 0 to 1", SopReader::proportion),
                head.section("redelegation").count("maxHops", 0, "a whole number from 0"),
                standard(head.section("longestPause")),
                head.<@Nullable String>optional("group", null, head::text),
                institutions(head),
                LegalClasses.in(head, "approval"),
                head.optional("objectionsGoUp", false, head::flag));
    }

    private static Map<String, Institution> institutions(Section head) {
        Map<String, Institution> institutions = new LinkedHashMap<>();
        for (Section section : head.sectionsIfAny("institutions")) {
            String id = section.id();
            section.once("id", id, new Institution(id, section.text("name"), section.text("advice")), institutions);
        }
        return institutions;
    }

    /** What governments of a nation share. */
    private record Law(List<Ceiling> ceilings, @Nullable Ombudsman ombudsman) {}

    private Law law(Section head) {
        String shared = head.sharedFile("ceilings", "national/ceilings.yaml");
        List<Rung> ladder = head.reference("ceilingLadder", ladders, List.of(), "the id of a ladder in " + SOP);
        if (shared.isEmpty()) {
            return new Law(List.of(), null);
        }
        Section law = open(shared, shared);
        return new Law(
                law.sections("ceilings").stream()
                        .map(section -> ceiling(section, ladder))
                        .toList(),
                law.<@Nullable Ombudsman>optional("ombudsman", null, field -> ombudsman(law.section(field))));
    }

    private static Ombudsman ombudsman(Section section) {
        return new Ombudsman(
                section.positive("afterDays", "a whole number above 0"), section.text("name"), section.text("advice"));
    }

    private Ceiling ceiling(Section section, List<Rung> ladder) {
        LocalDate from = section.date("from");
        LocalDate until = section.optional("until", LocalDate.MAX, section::date);
        if (!from.isBefore(until)) {
            section.fault("until", until + " is not after " + from, "the day on which it ceases to hold");
        }
        return new Ceiling(
                section.text("basis"),
                from,
                until,
                LegalClasses.in(section, "types"),
                clock(clockId(section), section, SopEvents.OF_A_COMPLAINT, ladder));
    }

    private SopStep step(Section section, Sop.Policy policy) {
        Subject subject = section.optional("subject", Subject.COMPLAINT, field -> section.choice(field, Subject.class));
        return new SopStep(
                section.<@Nullable Integer>optional("row", null, field -> section.count(field, 1, "the row's number")),
                subject,
                section.text("activity"),
                section.choice("role", StepRole.class),
                section.values("completeness", "a text", text -> text),
                section.<@Nullable String>optional("output", null, section::text),
                section.<@Nullable String>optional("note", null, section::text),
                clock(clockId(section), section, SopEvents.of(subject), ladder(section)),
                does(section, policy),
                act(section, "overdue"));
    }

    private static @Nullable SystemAct does(Section section, Sop.Policy policy) {
        SystemAct does = act(section, "does");
        if (does == SystemAct.FORWARD_TO_GROUP && policy.group() == null) {
            section.fault("does", "forwards to a group that the file does not name", "\"group\" at the top");
        }
        return does;
    }

    private static @Nullable SystemAct act(Section section, String field) {
        return section.<@Nullable SystemAct>optional(field, null, name -> section.choice(name, SystemAct.class));
    }

    private String clockId(Section section) {
        String id = section.id();
        if (!clocks.add(id) && !id.isEmpty()) {
            section.fault("id", "\"" + id + "\" is used twice", "each once");
        }
        return id;
    }

    private List<Rung> ladder(Section section) {
        return section.optional(
                "ladder",
                List.of(),
                field -> section.reference(field, ladders, List.of(), "the id of a ladder in " + SOP));
    }

    private static ClockRule clock(String id, Section section, Set<String> known, List<Rung> ladder) {
        return new ClockRule(
                id,
                standard(section),
                events(section, "starts", known),
                events(section, "completes", known),
                section.optional("ends", NOTHING, field -> events(section, field, known)),
                section.optional("pausable", false, section::flag),
                ladder);
    }

    private static Set<String> events(Section section, String field, Set<String> known) {
        List<String> events =
                section.values(field, "an event such as " + example(known), name -> known.contains(name) ? name : null);
        if (events.isEmpty() && !section.isMissing()) {
            section.fault(field, "names no event", "at least one");
        }
        return events.isEmpty() ? NOTHING : Set.copyOf(events);
    }

    private static String example(Set<String> known) {
        return known.equals(SopEvents.OF_A_RECAP) ? "recap.compiled.v1" : "complaint.received.v1";
    }

    private static TimeStandard standard(Section section) {
        return new TimeStandard(
                section.positive("within", "a whole number above 0"), section.choice("unit", TimeStandard.Unit.class));
    }

    private static @Nullable Double share(String text) {
        double share = Double.parseDouble(text);
        return share > 0 && share <= 100 ? share : null;
    }

    private static @Nullable Double proportion(String text) {
        double share = Double.parseDouble(text);
        return share >= 0 && share <= 1 ? share : null;
    }
}
