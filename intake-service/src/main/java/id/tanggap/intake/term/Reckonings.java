package id.tanggap.intake.term;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.tanggap.contracts.vocabulary.ClockKind;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** How routing reckons each date of a complaint; asked for at the moment its citizen wants to know. */
@Path("/api/routing/v1/cases/{id}/clocks")
@RegisterRestClient(configKey = "routing")
@OidcClientFilter
public interface Reckonings {
    /** In the order in which they began. */
    @GET
    Uni<List<Reckoning>> of(@PathParam("id") UUID complaint);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reckoning(Summary summary, Explanation explanation) {}

    /** @param rule the id of the deadline */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Summary(ClockKind clock, String rule) {}

    /**
     * @param standard as the government wrote it, such as {@code 3 hari kerja}
     * @param counted stretches that count
     * @param pauses stretches in which the citizen was asked
     * @param closedDays days without opening hours in between
     * @param provisional whether a year without decreed joint leave is touched, so that the date may still move
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Explanation(
            String standard,
            Instant startedAt,
            Instant dueAt,
            List<Span> counted,
            List<Span> pauses,
            List<ClosedDay> closedDays,
            boolean provisional) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Span(Instant from, Instant to) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ClosedDay(LocalDate day, String why) {}
}
