package id.tanggap.response.casefile;

import id.tanggap.masking.text.Mark;
import id.tanggap.rest.Problem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** A problem that shows where in the words somebody would be identified; of the words themselves it holds none. */
record Identifying(URI type, String title, int status, String detail, List<Found> found) {
    private static final int STATUS = 422;

    /**
     * @param word what it is, in Indonesian, within a sentence
     * @param mark what would stand there instead
     * @param from its first character, in UTF-16 units, in the words without the blanks around them
     * @param to the one behind it
     */
    record Found(String word, String mark, int from, int to) {
        static List<Found> of(List<Mark> marks) {
            return marks.stream()
                    .map(mark -> new Found(mark.kind().word(), mark.kind().mark(), mark.from(), mark.to()))
                    .toList();
        }
    }

    /** In the order of the words. */
    record Preview(List<Found> found) {}

    static Response of(List<Mark> marks) {
        var problem = new Identifying(
                URI.create("urn:tanggap:masalah:data-pribadi"),
                "Teks ini memuat data pribadi",
                STATUS,
                "Samarkan bagian yang disebut, atau nyatakan bahwa bagian itu memang perlu dikirim.",
                Found.of(marks));
        return Response.status(STATUS).type(Problem.MEDIA_TYPE).entity(problem).build();
    }
}
