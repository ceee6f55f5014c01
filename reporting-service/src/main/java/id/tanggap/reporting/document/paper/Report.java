package id.tanggap.reporting.document.paper;

import id.tanggap.governments.Government;
import id.tanggap.qr.QrCode;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What the template of the printed report asks for. */
@TemplateData
public final class Report {
    private final CompiledRecap recap;
    private final Government government;
    private final ZoneId zone;

    public Report(CompiledRecap recap, Government government) {
        this.recap = recap;
        this.government = government;
        this.zone = government.calendar().zone();
    }

    public String governmentName() {
        return government.name().toUpperCase(Locale.ROOT);
    }

    public String office() {
        return government.letterhead().office().toUpperCase(Locale.ROOT);
    }

    public String address() {
        return government.letterhead().address();
    }

    public String contact() {
        return String.join(", ", government.letterhead().contact());
    }

    public String owner() {
        return government.sop().profile().owner();
    }

    /** Where it is signed. */
    public String place() {
        return government.letterhead().place();
    }

    public String month() {
        return Words.month(recap.month());
    }

    public boolean preliminary() {
        return recap.head().preliminary();
    }

    public int version() {
        return recap.version();
    }

    public String asOf() {
        return Words.moment(recap.head().asOf(), zone);
    }

    public String root() {
        return Words.groups(recap.root());
    }

    public String qr(String publicUrl) {
        return QrCode.of("%s/bukti/?akar=%s".formatted(publicUrl, recap.root().hex()))
                .svg("Kode QR: halaman untuk memeriksa rekap ini", 110);
    }

    public List<Section> sections() {
        return new Chapters(recap, government).all();
    }
}
