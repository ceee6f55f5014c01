package id.tanggap.routing.sop;

import id.tanggap.clock.WorkingCalendar;
import id.tanggap.governments.Government;
import id.tanggap.governments.sop.SopStep;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A government's files as they are in force, with its calendars ready to count. */
public final class Jurisdiction {
    private final Government government;
    private final WorkingCalendar calendar;
    private final Map<String, WorkingCalendar> ofAgencies = new HashMap<>();

    public Jurisdiction(Government government) {
        this.government = government;
        this.calendar = new WorkingCalendar(government.calendar());
        government.calendar().agencies().forEach((agency, own) -> ofAgencies.put(agency, new WorkingCalendar(own)));
    }

    public Government government() {
        return government;
    }

    /** The hours of an agency that keeps its own, or those of the government. */
    public WorkingCalendar calendar(@Nullable String agency) {
        return agency == null ? calendar : ofAgencies.getOrDefault(agency, calendar);
    }

    /**
     * By what hours a clock goes. The steps of an agency go by its own, since nobody else carries them out; those of
     * officers and citizens, the promise and the law go by the government's, whoever has the case.
     *
     * @param step null for promise and law
     * @param agency that has the case; null while none has it
     */
    public WorkingCalendar calendar(@Nullable SopStep step, @Nullable String agency) {
        return calendar(step != null && step.role().isOfAnAgency() ? agency : null);
    }
}
