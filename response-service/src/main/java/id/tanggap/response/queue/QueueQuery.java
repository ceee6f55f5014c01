package id.tanggap.response.queue;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.queue.Queue.Sort;
import id.tanggap.response.queue.Wanted.Days;
import id.tanggap.response.queue.Wanted.Holder;
import id.tanggap.response.queue.Wanted.Kind;
import id.tanggap.rest.PageKey;
import id.tanggap.search.Question;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What is asked of the queue, as it stands in the address. */
@NullUnmarked
class QueueQuery {
    @QueryParam("status")
    @Separator(",")
    @Parameter(description = "One or several, joined by commas.", schema = @Schema(implementation = String.class))
    Set<DeskStatus> status;

    @QueryParam("agency")
    String agency;

    @QueryParam("division")
    String division;

    @QueryParam("channel")
    String channel;

    @QueryParam("type")
    String type;

    @QueryParam("category")
    String category;

    @QueryParam("deadline")
    DeadlineState deadline;

    @QueryParam("assignee")
    String assignee;

    @QueryParam("approval")
    @DefaultValue("false")
    boolean approval;

    @QueryParam("from")
    LocalDate from;

    @QueryParam("to")
    LocalDate to;

    @QueryParam("answeredOn")
    LocalDate answeredOn;

    @QueryParam("text")
    @Size(max = 200, message = "Paling banyak 200 karakter.")
    String text;

    @QueryParam("sort")
    @DefaultValue("NEWEST")
    Sort sort;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(value = 1, message = "Paling sedikit 1.")
    @Max(value = 200, message = "Paling banyak 200.")
    int limit;

    @QueryParam("after")
    PageKey after;

    Wanted wanted(Officer officer) {
        return new Wanted(
                status,
                new Kind(filled(channel), filled(type), filled(category)),
                new Holder(
                        filled(agency),
                        filled(division),
                        "me".equals(assignee) ? officer.id() : filled(assignee),
                        approval),
                deadline,
                new Days(from, to, answeredOn),
                Question.of(text));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
