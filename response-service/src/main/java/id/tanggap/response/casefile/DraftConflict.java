package id.tanggap.response.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.response.desk.Drafts.Saving;
import id.tanggap.rest.Problem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;

/** A problem that shows what was saved in between, so that nothing is overwritten unseen. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftConflict(URI type, String title, int status, String detail, Current current) {
    static Response of(Saving.Overtaken by) {
        var conflict = new DraftConflict(
                URI.create("urn:tanggap:masalah:draf-berubah"),
                "Draf sudah diubah orang lain",
                409,
                by.editedBy() + " menyimpan draf ini lebih dahulu. Bandingkan, lalu pilih yang dipakai.",
                new Current(by.text(), by.version(), by.editedBy(), by.editedAt()));
        return Response.status(409).type(Problem.MEDIA_TYPE).entity(conflict).build();
    }

    record Current(String text, int version, String editedBy, OffsetDateTime editedAt) {}
}
