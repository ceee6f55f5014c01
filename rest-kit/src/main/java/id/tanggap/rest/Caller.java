package id.tanggap.rest;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and how far that person reaches: a government, and an agency of it or all of them. The token's groups say
 * so ({@code /surakarta}, {@code /surakarta/dishub} or, for a division, {@code /surakarta/dishub/lalu-lintas}); a caller
 * without a group reaches nothing.
 */
@RequestScoped
public class Caller {
    private static final List<String> WHOLE_GOVERNMENT =
            List.of("intake-officer", "coordinator", "analyst", "head", "archivist", "patron", "auditor");

    private final CurrentIdentityAssociation association;
    private final SecurityIdentity identity;

    @Inject
    Caller(CurrentIdentityAssociation association, SecurityIdentity identity) {
        this.association = association;
        this.identity = identity;
    }

    /**
     * The same at a door that is open to strangers, where nobody has looked at the token yet. Fails when the token is none
     * of ours; whoever shows no token has no role.
     */
    public Uni<Caller> recognised() {
        return association.getDeferredIdentity().map(recognised -> new Caller(association, recognised));
    }

    /** The Keycloak user id, a pseudonym; fit for access logs. */
    public String id() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    /** How colleagues know the caller; the user name when the token tells no other. */
    public String name() {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.<Object>getClaim("name") instanceof String name
                ? name
                : identity.getPrincipal().getName();
    }

    /** When the token ends; {@link Instant#EPOCH} when it does not say. */
    public Instant expiresAt() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller's role is for all agencies of a government. */
    public boolean isForAWholeGovernment() {
        return WHOLE_GOVERNMENT.stream().anyMatch(this::has);
    }

    /** Null for a caller of no government. */
    public @Nullable String government() {
        var path = path();
        return path.isEmpty() ? null : path.getFirst();
    }

    /** Null for a caller who belongs to no single agency. */
    public @Nullable String agency() {
        var path = path();
        return path.size() < 2 ? null : path.get(1);
    }

    /** Null for a caller who belongs to no single division. */
    public @Nullable String division() {
        var path = path();
        return path.size() < 3 ? null : path.get(2);
    }

    private List<String> path() {
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.<Object>getClaim("groups") instanceof Collection<?> groups
                && groups.size() == 1) {
            var group = String.valueOf(groups.iterator().next());
            return List.of((group.startsWith("/") ? group.substring(1) : group).split("/", -1));
        }
        return List.of();
    }
}
