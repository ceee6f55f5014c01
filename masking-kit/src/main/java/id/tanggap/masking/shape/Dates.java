package id.tanggap.masking.shape;

/** Patterns of days, in lower case. */
final class Dates {
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String SHORT_YEAR = "(?:" + YEAR + "(?!\\d)|\\d\\d(?!\\d|[-/.]\\d))";
    private static final String WORD =
            "(?:jan|feb|peb|mar|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec|sura|suro|sapar|mulud|rejeb|ruwah|pasa|sawal|besar)[a-z]{0,7}+";

    static final String NUMERIC = "(?<!\\d)(?:" + DAY + " ?[-/.] ?" + MONTH + " ?[-/.] ?" + SHORT_YEAR + "|" + YEAR
            + "[-/.]" + MONTH + "[-/.]" + DAY + "(?!\\d))";
    static final String WRITTEN =
            "(?<!\\d)" + DAY + "[ .-]{0,2}" + WORD + "(?:[ .,-]{0,2}(?:" + YEAR + "|'?\\d\\d)(?!\\d))?(?! ?\\d)";
    static final String ANY = "(?:(?<!\\d)" + DAY + " bulan " + MONTH + " tahun " + YEAR + "|" + NUMERIC + "|(?<!\\d)"
            + DAY + "[-/. ](?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})[-/. ]"
            + YEAR + "|" + WRITTEN + "|(?<!\\d)" + DAY + " " + MONTH + " " + YEAR
            + "(?!\\d)|(?<!\\d)(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])" + YEAR + "(?!\\d))";

    /** Nothing but digits, with a short year: a date only where a word says so. */
    static final String SIX_DIGITS = "(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])\\d\\d(?!\\d)";

    private Dates() {}
}
