package id.tanggap.response.queue;

import id.tanggap.contracts.vocabulary.DeskStatus;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.queue.Wanted.Days;
import id.tanggap.response.queue.Wanted.Holder;
import id.tanggap.response.queue.Wanted.Kind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What is asked of the queue, as it stands in the address. */
@NullUnmarked
class QueueQuery {
    @QueryParam("status")
    String status;

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
    String deadline;

    @QueryParam("assignee")
    String assignee;

    @QueryParam("approval")
    boolean approval;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    @QueryParam("answeredOn")
    String answeredOn;

    @QueryParam("text")
    @Size(max = 200, message = "Paling banyak 200 karakter.")
    String text;

    @QueryParam("sort")
    @DefaultValue("NEWEST")
    String sort;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(value = 1, message = "Paling sedikit 1.")
    @Max(value = 200, message = "Paling banyak 200.")
    int limit;

    @QueryParam("after")
    String after;

    /** @param input is told what cannot be read */
    Wanted wanted(Officer officer, Input input) {
        return new Wanted(
                input.all("status", DeskStatus.class, status),
                new Kind(filled(channel), filled(type), filled(category)),
                new Holder(
                        filled(agency),
                        filled(division),
                        "me".equals(assignee) ? officer.id() : filled(assignee),
                        approval),
                input.one("deadline", DeadlineState.class, deadline),
                new Days(input.day("from", from), input.day("to", to), input.day("answeredOn", answeredOn)),
                filled(text));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
