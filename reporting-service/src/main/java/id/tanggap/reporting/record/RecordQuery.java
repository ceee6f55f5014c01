package id.tanggap.reporting.record;

import id.tanggap.reporting.OwnGovernment;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.NullUnmarked;

/** What of the record book is asked for. For complaints without agency, category or area ask for {@code -}. */
@NullUnmarked
class RecordQuery {
    @QueryParam("month")
    @NotNull(message = OwnGovernment.MONTH_EXPECTED)
    @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED)
    String month;

    /** The last month; the first one alone when it is not said. */
    @QueryParam("through")
    @Pattern(regexp = OwnGovernment.MONTH, message = OwnGovernment.MONTH_EXPECTED)
    String through;

    @QueryParam("agency")
    String agency;

    @QueryParam("category")
    String category;

    @QueryParam("type")
    @Pattern(
            regexp = "ASPIRATION|INFORMATION_REQUEST|ORDINARY|OVERSIGHT",
            message = "Pilih ASPIRATION, INFORMATION_REQUEST, ORDINARY atau OVERSIGHT.")
    String type;

    @QueryParam("channel")
    String channel;

    @QueryParam("area")
    String area;

    @QueryParam("state")
    @Pattern(regexp = "ANSWERED|OPEN|ENDED", message = "Pilih ANSWERED, OPEN atau ENDED.")
    String state;

    @QueryParam("lateness")
    @Pattern(regexp = "ON_TIME|LATE|OVERDUE", message = "Pilih ON_TIME, LATE atau OVERDUE.")
    String lateness;

    /** Leaves out what this compiled version of the month's recap tells of: what remains came too late for it. */
    @QueryParam("notInVersion")
    @Pattern(regexp = "[1-9]\\d{0,5}", message = "Tulis nomor versi rekap.")
    String notInVersion;

    /** What is in the complaint, or its number: words and beginnings of words, "phrases", -exclusions. */
    @QueryParam("text")
    @Size(max = 200, message = "Paling banyak 200 karakter.")
    String text;

    /** For whom a file is made; an agency's admin always gets the agency's. */
    @QueryParam("audience")
    @Pattern(regexp = "internal|agency|public|recap", message = "Pilih internal, agency, public atau recap.")
    String audience;

    /** What stands between the fields of a CSV; with a comma there, decimals stand behind a point. */
    @QueryParam("sep")
    @DefaultValue("semicolon")
    @Pattern(regexp = "semicolon|comma|tab", message = "Pilih semicolon, comma atau tab.")
    String sep;
}
