package id.tanggap.response.people;

import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import id.tanggap.response.people.People.KeycloakAway;
import id.tanggap.rest.Caller;
import id.tanggap.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Who works here: of the caller's government, or of the agency that the caller belongs to. */
@Path("/api/response/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class PeopleResource {
    private final People people;
    private final Caller caller;

    PeopleResource(People people, Caller caller) {
        this.people = people;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.Name.AGENCY_ADMIN, Role.Name.COORDINATOR, Role.Name.HEAD, Role.Name.AUDITOR})
    @APIResponseSchema(Person[].class)
    public Uni<Response> list() {
        var officer = Officer.of(caller);
        if (officer == null) {
            return Uni.createFrom().item(Problem.forbidden());
        }
        // Who audits reads the accesses of a whole government, whichever agency employs the auditor.
        var agency = officer.is(Role.AUDITOR) ? null : officer.agency();
        return people.of(officer.government())
                .map(all -> all.stream()
                        .filter(person -> agency == null || agency.equals(person.agency()))
                        .toList())
                .map(found ->
                        Response.ok(found).header("Cache-Control", "no-store").build())
                .onFailure(KeycloakAway.class)
                .recoverWithItem(_ -> Problem.of(
                        503,
                        "daftar-petugas-tidak-tersedia",
                        "Daftar petugas tidak tersedia",
                        "Daftar petugas belum dapat dibaca dari layanan masuk. Coba lagi beberapa saat lagi."));
    }
}
