package id.tanggap.response.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in a government.
 *
 * @param id the Keycloak user id, as deeds and access logs have it
 * @param roles of the realm; null where Keycloak does not let us read who holds them
 * @param agency null for who belongs to no single agency
 * @param division null for who belongs to no single division
 * @param enabled whether the person can log in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Person(
        String id,
        String name,
        @Nullable List<String> roles,
        @Nullable String agency,
        @Nullable String division,
        boolean enabled) {}
