package id.tanggap.governments.sop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a SOP, or a wait that the SOP leaves unsaid.
 *
 * @param row the number in the SOP's table; null for what the table does not show, such as a hidden decision
 * @param subject what runs through it
 * @param activity kegiatan
 * @param role pelaksana
 * @param completeness kelengkapan: what must be at hand
 * @param output keluaran
 * @param note keterangan
 * @param clock mutu baku waktu; its id is the step's
 * @param does done by the system when the step starts; null when a person does it
 * @param overdue done by the system when the time is up; null when it is a missed deadline
 */
public record SopStep(
        @Nullable Integer row,
        Subject subject,
        String activity,
        StepRole role,
        List<String> completeness,
        @Nullable String output,
        @Nullable String note,
        ClockRule clock,
        @Nullable SystemAct does,
        @Nullable SystemAct overdue) {

    /** What runs through a step. */
    public enum Subject {
        COMPLAINT,
        /** The recap of a month. */
        RECAP
    }

    public String id() {
        return clock.id();
    }
}
