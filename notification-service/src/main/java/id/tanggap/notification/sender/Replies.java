package id.tanggap.notification.sender;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import id.tanggap.channel.Outgoing;
import id.tanggap.channel.Outgoing.Choice;
import id.tanggap.contracts.vocabulary.ContactWay;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What intake's conversations have to say. Gone with the citizen's data. */
@Path("/api/intake/v1/conversations/{conversation}/replies/{reply}")
@RegisterRestClient(configKey = "intake")
@OidcClientFilter
interface Replies {
    @GET
    Uni<Due> reply(@PathParam("conversation") UUID conversation, @PathParam("reply") UUID reply);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Due(Vault.Known handle, Says says) {
        /** Null when the citizen talks with us on another way. */
        @Nullable
        Handle on(ContactWay way) {
            return handle.on(way).findFirst().orElse(null);
        }

        @Override
        public String toString() {
            return "Due[…]";
        }
    }

    /**
     * @param kind {@code QUESTION}, {@code PLACE_WANTED}; any other is said in words
     * @param choices of a question; null when there are none
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Says(String kind, String text, @Nullable List<Choice> choices) {
        Outgoing outgoing() {
            return switch (kind) {
                case "QUESTION" ->
                    choices == null || choices.isEmpty()
                            ? new Outgoing.Words(text)
                            : new Outgoing.Question(text, choices);
                case "PLACE_WANTED" -> new Outgoing.PlaceWanted(text);
                default -> new Outgoing.Words(text);
            };
        }

        @Override
        public String toString() {
            return "Says[…]";
        }
    }
}
