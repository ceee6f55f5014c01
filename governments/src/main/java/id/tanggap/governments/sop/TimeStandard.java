package id.tanggap.governments.sop;

/** Within what time something must happen (mutu baku waktu). */
public record TimeStandard(int within, Unit unit) {

    /** What is counted. */
    public enum Unit {
        /** Whole working days after the day it began. */
        WORKING_DAYS("hari kerja"),
        /** Hours in which the offices are open. */
        WORKING_HOURS("jam kerja"),
        /** Minutes in which the offices are open. */
        WORKING_MINUTES("menit kerja"),
        /** Hours by the clock on the wall, nights and holidays included. */
        HOURS("jam"),
        /** Minutes by the clock on the wall. */
        MINUTES("menit");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        /** Whether only the time counts in which the offices are open. */
        public boolean isWorkingTime() {
            return this != HOURS && this != MINUTES;
        }
    }

    /** The standard as it is told to people, such as {@code 3 hari kerja}. */
    public String text() {
        return within + " " + unit.text;
    }
}
