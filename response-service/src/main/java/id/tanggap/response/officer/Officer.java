package id.tanggap.response.officer;

import id.tanggap.rest.Caller;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, and how far that person reaches: one division, one agency, or all agencies of a government.
 *
 * @param id the Keycloak user id, a pseudonym
 * @param name as colleagues know the person
 * @param agency null for all agencies of the government
 * @param division null for all divisions of the agency
 */
public record Officer(
        String id,
        String name,
        String government,
        @Nullable String agency,
        @Nullable String division,
        Set<Role> roles) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    /** Null for a caller who reaches nothing: who belongs to no government, or to no agency or division that the role needs. */
    public static @Nullable Officer of(Caller caller) {
        var government = caller.government();
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> caller.has(role.realmRole()))
                .forEach(roles::add);
        if (government == null || roles.isEmpty()) {
            return null;
        }
        var ofTheAgency = roles.stream().anyMatch(role -> role != Role.DIVISION_STAFF);
        var division = ofTheAgency ? null : caller.division();
        var reachesNothing = ofTheAgency
                ? caller.agency() == null && roles.stream().noneMatch(Role::isOfAWholeGovernment)
                : division == null;
        return reachesNothing
                ? null
                : new Officer(caller.id(), caller.name(), government, caller.agency(), division, roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the agency's cases are this person's business. */
    public boolean reaches(String ofGovernment, @Nullable String ofAgency) {
        return government.equals(ofGovernment) && ofAgency != null && (agency == null || agency.equals(ofAgency));
    }
}
