package id.tanggap.response.live;

import id.tanggap.response.desk.Desk;
import id.tanggap.response.desk.DeskCase;
import id.tanggap.response.live.OpenPages.News;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.rest.Caller;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * What changes on the caller's desk, as server-sent events: {@code case}, {@code list} and {@code presence}. The stream
 * ends with the token; whoever comes again looks at everything anew, so nothing needs to be sent twice.
 */
@Path("/api/response/v1/changes")
@RolesAllowed({
    Role.Name.AGENCY_ADMIN,
    Role.Name.DIVISION_STAFF,
    Role.Name.COORDINATOR,
    Role.Name.HEAD,
    Role.Name.PATRON,
    Role.Name.AUDITOR
})
class ChangesResource {
    private final OpenPages pages;
    private final Desk desk;
    private final Caller caller;
    private final InstantSource time;

    ChangesResource(OpenPages pages, Desk desk, Caller caller, InstantSource time) {
        this.pages = pages;
        this.desk = desk;
        this.caller = caller;
        this.time = time;
    }

    /** @param complaint the case that the page shows; those who reach it and have it open see each other */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            description = "The data of each event",
                                            oneOf = {News.CaseChanged.class, News.ListChanged.class, News.Presence.class
                                            })))
    public Multi<OutboundSseEvent> listen(@QueryParam("case") @Nullable UUID complaint, @Context Sse sse) {
        var officer = Officer.of(caller);
        if (officer == null) {
            throw new ForbiddenException();
        }
        var left = Duration.between(time.instant(), caller.expiresAt());
        Uni<@Nullable DeskCase> reached =
                complaint == null ? Uni.createFrom().nullItem() : desk.find(complaint, officer);
        return reached.onItem()
                .transformToMulti(found -> pages.open(officer, found == null ? null : complaint))
                .map(news -> event(news, sse))
                .select()
                .first(left.isNegative() ? Duration.ofMillis(1) : left);
    }

    private static OutboundSseEvent event(News news, Sse sse) {
        var event = sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE);
        return switch (news) {
            case News.Heartbeat _ -> event.comment("").build();
            case News.CaseChanged it ->
                event.name("case").data(News.CaseChanged.class, it).build();
            case News.ListChanged it ->
                event.name("list").data(News.ListChanged.class, it).build();
            case News.Presence it ->
                event.name("presence").data(News.Presence.class, it).build();
        };
    }
}
