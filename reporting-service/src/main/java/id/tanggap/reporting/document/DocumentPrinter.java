package id.tanggap.reporting.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.reporting.document.figure.ListedComplaint;
import id.tanggap.reporting.document.figure.RecapTables;
import id.tanggap.reporting.document.figure.Words;
import id.tanggap.reporting.document.paper.CoveringLetter;
import id.tanggap.reporting.document.paper.Pdf;
import id.tanggap.reporting.document.paper.Report;
import id.tanggap.reporting.document.workbook.RecapWorkbook;
import id.tanggap.reporting.recap.compilation.CompiledRecaps;
import id.tanggap.reporting.recap.compilation.CompiledRecaps.CompiledRecap;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns a compiled recap into the bytes of a document. It takes its time; it is for a thread that may block. */
@ApplicationScoped
class DocumentPrinter {
    /** A longer appendix is read by nobody, and laying it out takes more memory than the service has. */
    static final int LONGEST_APPENDIX = 2_000;

    private static final int COMPLAINTS_AT_A_TIME = 500;

    private final CompiledRecaps recaps;
    private final Governments governments;
    private final Template template;
    private final ObjectMapper json;
    private final String publicUrl;

    DocumentPrinter(
            CompiledRecaps recaps,
            Governments governments,
            @Location("report.html") Template template,
            ObjectMapper json,
            @ConfigProperty(name = "tanggap.public-url") String publicUrl) {
        this.recaps = recaps;
        this.governments = governments;
        this.template = template;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** Takes complaints in their order, some at a time. */
    private interface Listing {
        void add(List<ListedComplaint> complaints) throws IOException;
    }

    /** How many complaints such a document lists. */
    static int listed(DocumentKind kind, CompiledRecap recap) {
        var all = recap.head().complaints();
        return switch (kind) {
            case PDF -> all > LONGEST_APPENDIX ? 0 : all;
            case XLSX -> all;
            case DOCX -> 0;
        };
    }

    /** @param listed hears again and again how many complaints are listed by now */
    byte[] print(DocumentKind kind, CompiledRecap recap, IntConsumer listed) throws IOException {
        var government = governments.find(recap.government());
        if (government == null) {
            throw new IllegalStateException("The installation has no such government");
        }
        var out = new ByteArrayOutputStream();
        switch (kind) {
            case PDF -> report(recap, government, listed, out);
            case XLSX -> workbook(recap, government, listed, out);
            case DOCX -> CoveringLetter.write(recap, government, out);
        }
        return out.toByteArray();
    }

    private void report(CompiledRecap recap, Government government, IntConsumer listed, OutputStream out)
            throws IOException {
        var report = new Report(recap, government);
        var zone = government.calendar().zone();
        var listing = RecapTables.of(recap.head().figures(), government).complaints();
        var lines = new ArrayList<List<String>>();
        var tooMany = recap.head().complaints() > LONGEST_APPENDIX;
        if (!tooMany) {
            list(recap, some -> some.forEach(complaint -> lines.add(listing.line(complaint, zone))), listed);
        }
        var html = template.data("report", report)
                .data("sections", report.sections())
                .data("qr", new RawString(report.qr(publicUrl)))
                .data("tooMany", tooMany)
                .data("total", Words.number(recap.head().complaints()))
                .data("headings", listing.headings())
                .data("lines", lines)
                .render();
        Pdf.write(html, out);
    }

    private void workbook(CompiledRecap recap, Government government, IntConsumer listed, OutputStream out)
            throws IOException {
        try (var workbook = new RecapWorkbook(out, recap, government)) {
            list(recap, workbook::add, listed);
        }
    }

    private void list(CompiledRecap recap, Listing listing, IntConsumer listed) throws IOException {
        var last = 0;
        for (var some = after(last, recap); !some.isEmpty(); some = after(last, recap)) {
            listing.add(some);
            last = some.getLast().no();
            listed.accept(last);
        }
    }

    private List<ListedComplaint> after(int last, CompiledRecap recap) throws IOException {
        var complaints = new ArrayList<ListedComplaint>(COMPLAINTS_AT_A_TIME);
        for (var entry :
                recaps.entries(recap, last, COMPLAINTS_AT_A_TIME).await().indefinitely()) {
            complaints.add(json.readValue(entry.entry(), ListedComplaint.class));
        }
        return complaints;
    }
}
