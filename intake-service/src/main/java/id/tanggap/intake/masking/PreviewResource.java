package id.tanggap.intake.masking;

import id.tanggap.masking.Masking;
import id.tanggap.masking.Maskings;
import id.tanggap.masking.text.Mark;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What would be masked of a complaint that is still being written. Nothing of it is kept, and nothing logged. */
@Path("/api/intake/v1/masking/preview")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PreviewResource {
    private final Maskings maskings;

    PreviewResource(Maskings maskings) {
        this.maskings = maskings;
    }

    /** @param name what stands in the form as the name of whoever writes */
    record Written(
            @NotBlank(message = "Wajib diisi.") String government,

            @Size(max = 100, message = "Paling banyak 100 karakter.") @Nullable
            String name,

            @Size(max = 200, message = "Paling banyak 200 karakter.") @Nullable
            String title,

            @Size(max = 5000, message = "Paling banyak 5.000 karakter.") @Nullable
            String text,

            @Size(max = 300, message = "Paling banyak 300 karakter.") @Nullable
            String address) {
        /** Shows nothing, wherever it is printed by mistake. */
        @Override
        public String toString() {
            return "Written[…]";
        }
    }

    /** In the order of the form and of each text. */
    record Preview(List<Found> found) {}

    /**
     * Something that identifies a person.
     *
     * @param word what it is, in Indonesian, within a sentence
     * @param mark what would stand there instead
     * @param from its first character in the field, in UTF-16 units
     * @param to the one behind it
     */
    record Found(Field field, String word, String mark, int from, int to) {}

    enum Field {
        TITLE,
        TEXT,
        ADDRESS
    }

    @POST
    @APIResponseSchema(value = Preview.class, responseCode = "200")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "429")
    public Response preview(@NotNull(message = "Isi tidak ada.") @Valid Written written) {
        var masking = maskings.in(written.government).of(written.name);
        var found = Stream.of(
                        found(Field.TITLE, written.title, masking, Masking::marks),
                        found(Field.TEXT, written.text, masking, Masking::marks),
                        found(Field.ADDRESS, written.address, masking, Masking::marksOfAddress))
                .flatMap(marks -> marks)
                .toList();
        return Response.ok(new Preview(found))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Stream<Found> found(
            Field field, @Nullable String text, Masking masking, BiFunction<Masking, String, List<Mark>> marks) {
        return text == null
                ? Stream.of()
                : marks.apply(masking, text).stream()
                        .map(mark ->
                                new Found(field, mark.kind().word(), mark.kind().mark(), mark.from(), mark.to()));
    }
}
