package id.tanggap.governments;

/** Within what time the government promises its citizens an answer. */
public record Promise(int within, Unit unit) {

    /** What is counted. */
    public enum Unit {
        /** Whole working days after the day of receipt. */
        WORKING_DAYS("hari kerja"),
        /** Hours in which the offices are open. */
        WORKING_HOURS("jam kerja"),
        /** Hours by the clock on the wall, nights and holidays included. */
        HOURS("jam");

        private final String text;

        Unit(String text) {
            this.text = text;
        }
    }

    /** The promise as it is told to people, such as {@code 3 hari kerja}. */
    public String text() {
        return within + " " + unit.text;
    }
}
