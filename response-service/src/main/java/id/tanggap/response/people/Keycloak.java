package id.tanggap.response.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.reactive.filter.OidcClientRequestReactiveFilter;
import io.quarkus.rest.client.reactive.ClientQueryParam;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jspecify.annotations.Nullable;

/** The few questions we have for Keycloak's admin interface; each is for a group or a role, none for a single person. */
@ClientQueryParam(name = "max", value = "-1") // Keycloak stops at a hundred otherwise.
@RegisterProvider(OidcClientRequestReactiveFilter.class)
interface Keycloak {
    /** @param realm the address of the realm; that of its admin interface follows from it */
    static Keycloak of(String realm) {
        return RestClientBuilder.newBuilder()
                .baseUri(URI.create(realm.replace("/realms/", "/admin/realms/")))
                .connectTimeout(1, TimeUnit.SECONDS)
                .readTimeout(5, TimeUnit.SECONDS)
                .build(Keycloak.class);
    }

    /** Groups of that name, wherever they stand. */
    @GET
    @Path("/groups")
    @ClientQueryParam(name = "exact", value = "true")
    Uni<List<Group>> groups(@QueryParam("search") String name);

    @GET
    @Path("/groups/{id}/children")
    Uni<List<Group>> children(@PathParam("id") String group);

    /** Who is in the group itself, not in those below it. */
    @GET
    @Path("/groups/{id}/members")
    @ClientQueryParam(name = "briefRepresentation", value = "true")
    Uni<List<User>> members(@PathParam("id") String group);

    @GET
    @Path("/roles/{name}/users")
    @ClientQueryParam(name = "briefRepresentation", value = "true")
    Uni<List<User>> holders(@PathParam("name") String role);

    /** @param path such as {@code /surakarta/dishub} */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Group(String id, String path, int subGroupCount) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record User(
            String id,
            String username,
            @Nullable String firstName,
            @Nullable String lastName,
            boolean enabled) {
        @Override
        public String toString() {
            return "User[" + id + "]";
        }
    }
}
