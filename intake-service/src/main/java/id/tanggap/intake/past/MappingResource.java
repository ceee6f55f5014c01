package id.tanggap.intake.past;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.intake.past.file.SheetRow;
import id.tanggap.intake.past.mapping.ColumnMapping;
import id.tanggap.intake.past.mapping.Label;
import id.tanggap.intake.past.mapping.LabelKind;
import id.tanggap.intake.past.mapping.Mappings;
import id.tanggap.intake.past.mapping.Mappings.By;
import id.tanggap.intake.past.mapping.Mappings.Choice;
import id.tanggap.intake.past.mapping.Meaning;
import id.tanggap.intake.past.mapping.Remembered;
import id.tanggap.intake.past.mapping.Sample;
import id.tanggap.intake.past.reading.PastReading;
import id.tanggap.intake.vault.Seal;
import id.tanggap.masking.Masking;
import id.tanggap.masking.Maskings;
import id.tanggap.messaging.outbox.Outbox;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import id.tanggap.rest.Problem.FieldError;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/**
 * What an officer says of a file of the past that the house cannot know: what its columns mean, and which of the
 * government's agencies and categories are meant by its labels. It is remembered for the files to come, and this one is
 * looked through again.
 */
@Path(PastResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("analyst")
class MappingResource {
    private static final String NO_BODY = "Isi tidak ada.";
    private static final int LONGEST_CELL = 60;
    private static final int MOST_LABELS = 500;

    private final PastImports imports;
    private final PastWork work;
    private final Mappings mappings;
    private final Governments governments;
    private final Maskings maskings;
    private final Outbox outbox;
    private final Seal seal;
    private final Caller caller;

    MappingResource(
            PastImports imports,
            PastWork work,
            Mappings mappings,
            Governments governments,
            Maskings maskings,
            Outbox outbox,
            Seal seal,
            Caller caller) {
        this.imports = imports;
        this.work = work;
        this.mappings = mappings;
        this.governments = governments;
        this.maskings = maskings;
        this.outbox = outbox;
        this.seal = seal;
        this.caller = caller;
    }

    /** The first rows, masked and shortened, and what their columns would mean were they the heading. */
    @GET
    @Path("{id}/columns")
    @Blocking // a process reads the file
    @APIResponseSchema(Columns.class)
    @APIResponse(responseCode = "404")
    public Response columns(UUID id) {
        var government = caller.government();
        var sample = government == null ? null : sample(id, government);
        if (government == null || sample == null) {
            return PastResource.notFound();
        }
        var remembered = mappings.of(government).await().indefinitely();
        return PastResource.fresh(Columns.of(sample, maskings.in(government), row -> told(row, remembered)));
    }

    private Told told(SheetRow row, Remembered remembered) {
        var told = remembered.under(row, seal);
        return told == null ? new Told(Sample.likely(row), null) : new Told(told.places(), told.unmarked());
    }

    /** Null when the government has no such file, or it is erased. */
    private @Nullable Sample sample(UUID id, String government) {
        var file = imports.find(id, government)
                .chain(one -> one == null ? Uni.createFrom().nullItem() : imports.file(id))
                .await()
                .indefinitely();
        return file == null ? null : Sample.of(file);
    }

    @PUT
    @Path("{id}/columns")
    @Blocking // a process reads the file
    @APIResponseSchema(value = PastImport.class, responseCode = "202")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "409")
    public Response map(UUID id, @NotNull(message = NO_BODY) @Valid ColumnsTold told) {
        var government = caller.government();
        var sample = government == null ? null : sample(id, government);
        if (government == null || sample == null) {
            return PastResource.notFound();
        }
        var heading = sample.at(told.sheet(), told.row());
        var errors = heading == null ? List.of(ColumnsTold.NO_ROW) : told.errors(heading);
        if (heading == null || !errors.isEmpty()) {
            return Problem.invalid(errors);
        }
        return checkAgain(
                        id,
                        government,
                        (transaction, by) -> mappings.map(
                                transaction,
                                by,
                                heading,
                                new ColumnMapping(told.places(), requireNonNull(told.unmarked()))))
                .await()
                .indefinitely();
    }

    /** What a label may mean here. */
    @GET
    @Path("meanings")
    @APIResponseSchema(Meanings.class)
    public Response meanings() {
        var name = caller.government();
        var government = name == null ? null : governments.find(name);
        return government == null ? Problem.forbidden() : PastResource.fresh(Meanings.of(government));
    }

    @PUT
    @Path("{id}/labels")
    @APIResponseSchema(value = PastImport.class, responseCode = "202")
    @APIResponse(responseCode = "400")
    @APIResponse(responseCode = "404")
    @APIResponse(responseCode = "409")
    public Uni<Response> label(UUID id, @NotNull(message = NO_BODY) @Valid LabelsTold told) {
        var name = caller.government();
        var government = name == null ? null : governments.find(name);
        if (government == null) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        var errors = told.errors(government);
        return errors.isEmpty()
                ? checkAgain(id, government.id(), (transaction, by) -> mappings.choose(transaction, by, told.choices()))
                : Uni.createFrom().item(Problem.invalid(errors));
    }

    private Uni<Response> checkAgain(UUID id, String government, BiFunction<SqlConnection, By, Uni<Void>> remember) {
        return imports.find(id, government)
                .chain(one -> one == null
                        ? Uni.createFrom().item(PastResource.notFound())
                        : outbox.inTransaction(transaction -> imports.checkAgain(transaction, id)
                                        .call(again -> again == null
                                                ? Uni.createFrom().voidItem()
                                                : remember.apply(transaction, new By(government, caller.id()))))
                                .map(this::answer));
    }

    private Response answer(@Nullable PastImport again) {
        if (again == null) {
            return Problem.conflict("Berkas ini sedang diperiksa, atau sudah diimpor.");
        }
        work.begin(again);
        return Response.accepted(again).build();
    }

    /**
     * @param unmarked what was said of rows without a mark of secrecy; null while nobody did
     */
    private record Told(
            Map<Meaning, Integer> places, @Nullable Visibility unmarked) {}

    record Meanings(List<MeaningHere> agencies, List<MeaningHere> categories) {
        static Meanings of(Government government) {
            return new Meanings(
                    government.agencies().stream()
                            .map(agency -> new MeaningHere(agency.id(), agency.name()))
                            .toList(),
                    government.categories().stream()
                            .map(category -> new MeaningHere(category.id(), category.name()))
                            .toList());
        }
    }

    record MeaningHere(String id, String name) {}

    /** @param heading which of the rows is most likely the heading; the first is 0 */
    record Columns(int heading, List<ColumnsRow> rows) {
        static Columns of(Sample sample, Masking masking, Function<SheetRow, Told> told) {
            return new Columns(
                    sample.heading(),
                    sample.rows().stream()
                            .map(row -> ColumnsRow.of(row, masking, told.apply(row)))
                            .toList());
        }
    }

    /**
     * @param sheet null in a text file
     * @param row as a spreadsheet counts them
     * @param cells masked, and no longer than a line
     * @param places of what its columns would mean, counted from 0
     * @param unmarked what was said of rows without a mark of secrecy; null while nobody did
     * @param known whether the house knows what they mean, so that nobody need say it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ColumnsRow(
            @Nullable String sheet,
            int row,
            List<String> cells,
            Map<Meaning, Integer> places,
            @Nullable Visibility unmarked,
            boolean known) {
        static ColumnsRow of(SheetRow row, Masking masking, Told told) {
            return new ColumnsRow(
                    row.sheet(),
                    row.number(),
                    row.cells().stream().map(cell -> shown(cell, masking)).toList(),
                    told.places(),
                    told.unmarked(),
                    PastReading.isHeading(row));
        }

        private static String shown(String cell, Masking masking) {
            var masked = String.valueOf(masking.mask(cell.substring(0, Math.min(cell.length(), 2 * LONGEST_CELL))));
            return masked.length() <= LONGEST_CELL ? masked : masked.substring(0, LONGEST_CELL) + "…";
        }
    }

    /**
     * @param sheet of the heading; null in a text file
     * @param row of the heading, as a spreadsheet counts them
     * @param places of the columns that mean something, counted from 0: day and words at least, each another
     * @param unmarked what a row is that says nothing of its secrecy: open or withheld
     */
    record ColumnsTold(
            @Nullable String sheet,
            int row,
            @NotNull(message = NO_BODY) Map<Meaning, Integer> places,

            @Nullable Visibility unmarked) {
        static final FieldError NO_ROW = new FieldError("row", "Pilih salah satu baris yang ditampilkan.");

        List<FieldError> errors(SheetRow heading) {
            var errors = new ArrayList<FieldError>();
            need(Meaning.DAY, "Pilih kolom yang memuat tanggal aduan.", errors);
            need(Meaning.WORDS, "Pilih kolom yang memuat isi aduan.", errors);
            if (unmarked != Visibility.PUBLIC && unmarked != Visibility.SECRET) {
                errors.add(
                        new FieldError("unmarked", "Pilih apakah aduan tanpa tanda kerahasiaan terbuka atau rahasia."));
            }
            if (!places.values().stream()
                    .allMatch(place -> place >= 0 && place < heading.cells().size())) {
                errors.add(new FieldError("places", "Pilih kolom yang ada di baris judul."));
            }
            if (new HashSet<>(places.values()).size() < places.size()) {
                errors.add(new FieldError("places", "Satu kolom hanya dapat memuat satu hal."));
            }
            if (PastReading.isHeading(heading)) {
                errors.add(new FieldError("row", "Arti kolom baris ini sudah dikenal; pilih baris lain."));
            }
            return errors;
        }

        private void need(Meaning meaning, String message, List<FieldError> errors) {
            if (!places.containsKey(meaning)) {
                errors.add(new FieldError("places." + meaning, message));
            }
        }
    }

    record LabelsTold(
            @NotNull(message = NO_BODY) @Size(min = 1, max = MOST_LABELS, message = "Isi dengan 1 sampai 500 padanan.")
            List<@Valid @NotNull(message = NO_BODY) LabelTold> labels) {
        List<FieldError> errors(Government government) {
            return IntStream.range(0, labels.size())
                    .filter(place -> !labels.get(place).isOf(government))
                    .mapToObj(place -> new FieldError(
                            "labels[" + place + "].target", "Pilih salah satu yang dikenal pemerintah ini."))
                    .toList();
        }

        List<Choice> choices() {
            return labels.stream().map(LabelTold::choice).toList();
        }
    }

    /** @param target an id of the government; null when the label keeps its own name */
    record LabelTold(
            @NotNull(message = "Isi dengan AGENCY atau CATEGORY.")
            LabelKind kind,

            @NotBlank(message = "Isi dengan sebutan dari berkas.")
            @Size(max = 1000, message = "Paling banyak 1.000 karakter.")
            String label,

            @Nullable String target) {
        boolean isOf(Government government) {
            return target == null
                    || switch (kind) {
                        case AGENCY -> government.agency(target) != null;
                        case CATEGORY -> government.category(target) != null;
                    };
        }

        Choice choice() {
            return new Choice(Label.of(kind, label), target);
        }
    }
}
