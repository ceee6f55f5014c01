package id.tanggap.response.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import id.tanggap.governments.Government;
import id.tanggap.governments.agency.Division;
import id.tanggap.response.officer.Officer;
import id.tanggap.response.officer.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is at this desk; on the wire one flat object.
 *
 * @param divisions of the caller's agency
 */
record Me(
        @JsonUnwrapped Person person,
        @JsonUnwrapped Employer employer,
        @JsonUnwrapped Place place,
        List<String> roles,
        List<Division> divisions) {

    record Person(String id, String name) {}

    /** @param timeZone such as {@code Asia/Jakarta} */
    record Employer(String government, String governmentName, String timeZone) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            @Nullable String agency,
            @Nullable String agencyName,
            @Nullable String division,
            @Nullable String divisionName) {}

    static Me of(Officer officer, Government government) {
        var agency = officer.agency() == null ? null : government.agency(officer.agency());
        var division = agency == null || officer.division() == null ? null : agency.division(officer.division());
        return new Me(
                new Person(officer.id(), officer.name()),
                new Employer(
                        government.id(),
                        government.name(),
                        government.calendar().zone().getId()),
                new Place(
                        officer.agency(),
                        agency == null ? null : agency.name(),
                        officer.division(),
                        division == null ? null : division.name()),
                officer.roles().stream().map(Role::realmRole).sorted().toList(),
                agency == null ? List.of() : agency.divisions());
    }
}
