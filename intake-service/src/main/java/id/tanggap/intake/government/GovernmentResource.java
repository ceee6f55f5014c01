package id.tanggap.intake.government;

import id.tanggap.governments.Governments;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What a complaint form has to offer. */
@Path("/api/intake/v1/governments")
class GovernmentResource {
    private final Governments governments;

    GovernmentResource(Governments governments) {
        this.governments = governments;
    }

    @GET
    public List<GovernmentView> all() {
        return governments.all().stream()
                .map(government -> new GovernmentView(
                        government.id(),
                        government.name(),
                        government.categories().stream()
                                .map(category -> new CategoryView(category.id(), category.name(), category.aliases()))
                                .toList()))
                .toList();
    }

    record GovernmentView(String id, String name, List<CategoryView> categories) {}

    /** @param aliases what other systems call it, for those who bring their complaints over */
    record CategoryView(String id, String name, List<String> aliases) {}
}
