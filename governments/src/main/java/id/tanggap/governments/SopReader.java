package id.tanggap.governments;

import id.tanggap.governments.SopStep.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code sop.yaml} and the legal ceilings it refers to, which governments of a nation share. */
final class SopReader {

    static final String SOP = "sop.yaml";

    private static final String PROMISE = "promise";

    static final Pattern SHARED_FILE = Pattern.compile("[a-z0-9-]+/[a-z0-9-]+\\.yaml");
    private static final Set<String> NOTHING = Set.of();

    private final Reading reading;
    private final Map<String, String> texts;
    private final Map<String, List<Rung>> ladders = new LinkedHashMap<>();
    private final Set<String> clocks = new HashSet<>();

    /** @param texts filled with what was read when they are empty; see {@link Sop#texts()} */
    SopReader(Reading reading, Map<String, String> texts) {
        this.reading = reading;
        this.texts = texts;
    }

    Sop read() {
        return read(SOP);
    }

    /** @param file the SOP's path; what it refers to is kept under its own */
    Sop read(String file) {
        Section head = open(file, SOP);
        Sop.Profile profile = profile(head);
        readLadders(head);
        Sop.Policy policy = policy(head);
        Section section = head.section(PROMISE);
        clocks.add(PROMISE);
        ClockRule promise = clock(PROMISE, section, SopEvents.OF_A_COMPLAINT, ladder(section));
        String shared = head.text("ceilings", SHARED_FILE, "a file such as national/ceilings.yaml");
        List<Rung> ceilingLadder = head.reference("ceilingLadder", ladders, List.of(), "the id of a ladder in " + SOP);
        List<Ceiling> ceilings = shared.isEmpty() ? List.of() : ceilings(open(shared, shared), ceilingLadder);
        List<SopStep> steps = new ArrayList<>();
        for (Section row : head.sections("steps")) {
            steps.add(step(row, policy));
        }
        return new Sop(profile, policy, promise, ceilings, steps, texts);
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
                date(head, "effective"),
                head.values("legalBasis", "a law", text -> text),
                head.values("related", "a SOP", text -> text),
                head.values("recording", "what is recorded", text -> text),
                head.text("warning"));
    }

    private void readLadders(Section head) {
        for (Section section : head.sections("ladders")) {
            String id = section.value("id", "", GovernmentReader.ID_EXPECTED, GovernmentReader::id);
            List<Rung> rungs = new ArrayList<>();
            for (Section inner : section.sections("rungs")) {
                double at = inner.value("at", 1.0, "a share of the time above 0, such as 0.8", SopReader::share);
                if (!rungs.isEmpty() && at < rungs.getLast().at()) {
                    inner.fault("at", at + " comes after " + rungs.getLast().at(), "rising shares");
                }
                rungs.add(new Rung(at, inner.choice("to", Position.class)));
            }
            if (ladders.putIfAbsent(id, List.copyOf(rungs)) != null) {
                section.fault("id", "\"" + id + "\" is used twice", "each once");
            }
        }
    }

    private static Sop.Policy policy(Section head) {
        Section dispatch = head.section("dispatch");
        Section redelegation = head.section("redelegation");
        Map<String, Institution> institutions = new LinkedHashMap<>();
        if (head.has("institutions")) {
            for (Section section : head.sections("institutions")) {
                String id = section.value("id", "", GovernmentReader.ID_EXPECTED, GovernmentReader::id);
                Institution institution = new Institution(id, section.text("name"), section.text("advice"));
                if (institutions.putIfAbsent(id, institution) != null) {
                    section.fault("id", "\"" + id + "\" is used twice", "each once");
                }
            }
        }
        return new Sop.Policy(
                dispatch.value("automaticFrom", 1.0, "a share from 0 to 1", SopReader::proportion),
                dispatch.value("precision", 1.0, "a share from 0 to 1", SopReader::proportion),
                redelegation.value("maxHops", 0, "a whole number from 0", SopReader::count),
                standard(head.section("longestPause")),
                head.has("group") ? head.text("group") : null,
                institutions,
                head.has("approval") ? types(head, "approval") : NOTHING);
    }

    private static Set<String> types(Section section, String field) {
        return Set.copyOf(
                section.values(field, "a class of complaint", type -> RoutingRule.TYPES.contains(type) ? type : null));
    }

    private List<Ceiling> ceilings(Section file, List<Rung> ladder) {
        List<Ceiling> ceilings = new ArrayList<>();
        for (Section section : file.sections("ceilings")) {
            Set<String> types = types(section, "types");
            LocalDate from = date(section, "from");
            LocalDate until = section.has("until") ? date(section, "until") : LocalDate.MAX;
            if (!from.isBefore(until)) {
                section.fault("until", until + " is not after " + from, "the day on which it ceases to hold");
            }
            String id = clockId(section);
            ceilings.add(new Ceiling(
                    section.text("basis"), from, until, types, clock(id, section, SopEvents.OF_A_COMPLAINT, ladder)));
        }
        return ceilings;
    }

    private SopStep step(Section section, Sop.Policy policy) {
        String id = clockId(section);
        Subject subject = section.has("subject") ? section.choice("subject", Subject.class) : Subject.COMPLAINT;
        SystemAct does = section.has("does") ? section.choice("does", SystemAct.class) : null;
        SystemAct overdue = section.has("overdue") ? section.choice("overdue", SystemAct.class) : null;
        if (does == SystemAct.FORWARD_TO_GROUP && policy.group() == null) {
            section.fault("does", "forwards to a group that the file does not name", "\"group\" at the top");
        }
        return new SopStep(
                section.has("row") ? section.value("row", 1, "the row's number", SopReader::count) : null,
                subject,
                section.text("activity"),
                section.choice("role", StepRole.class),
                section.values("completeness", "a text", text -> text),
                section.has("output") ? section.text("output") : null,
                section.has("note") ? section.text("note") : null,
                clock(
                        id,
                        section,
                        switch (subject) {
                            case COMPLAINT -> SopEvents.OF_A_COMPLAINT;
                            case RECAP -> SopEvents.OF_A_RECAP;
                        },
                        ladder(section)),
                does,
                overdue);
    }

    private String clockId(Section section) {
        String id = section.value("id", "", GovernmentReader.ID_EXPECTED, GovernmentReader::id);
        if (!clocks.add(id) && !id.isEmpty()) {
            section.fault("id", "\"" + id + "\" is used twice", "each once");
        }
        return id;
    }

    private List<Rung> ladder(Section section) {
        return section.has("ladder")
                ? section.reference("ladder", ladders, List.of(), "the id of a ladder in " + SOP)
                : List.of();
    }

    private static ClockRule clock(String id, Section section, Set<String> known, List<Rung> ladder) {
        return new ClockRule(
                id,
                standard(section),
                events(section, "starts", known),
                events(section, "completes", known),
                section.has("ends") ? events(section, "ends", known) : NOTHING,
                section.has("pausable") && section.value("pausable", false, "true or false", SopReader::flag),
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

    static TimeStandard standard(Section section) {
        return new TimeStandard(
                section.value("within", 1, "a whole number above 0", GovernmentReader::positive),
                section.choice("unit", TimeStandard.Unit.class));
    }

    static LocalDate date(Section section, String field) {
        return section.value(field, LocalDate.EPOCH, "a date such as 2026-08-17", LocalDate::parse);
    }

    private static @Nullable Double share(String text) {
        double share = Double.parseDouble(text);
        return share > 0 && share <= 100 ? share : null;
    }

    private static @Nullable Double proportion(String text) {
        double share = Double.parseDouble(text);
        return share >= 0 && share <= 1 ? share : null;
    }

    private static @Nullable Integer count(String text) {
        int number = Integer.parseInt(text);
        return number >= 0 ? number : null;
    }

    static @Nullable Boolean flag(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }
}
