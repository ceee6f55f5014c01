package id.tanggap.response.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.tanggap.response.people.Keycloak.Group;
import id.tanggap.response.people.Keycloak.User;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The people of each government, as Keycloak knew them at most a minute ago. */
@ApplicationScoped
class People {
    private static final Logger LOG = Logger.getLogger(People.class);
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int AT_ONCE = 8;
    private static final List<String> ROLES = List.of(
            "coordinator", "head", "patron", "auditor", "intake-officer", "agency-admin", "division-staff", "operator");
    private static final Comparator<Person> BY_NAME = Comparator.comparing(
                    (Person person) -> person.name().toLowerCase(Locale.ROOT))
            .thenComparing(Person::id);

    private final Keycloak keycloak;
    private final Map<String, Uni<List<Person>>> known = new ConcurrentHashMap<>();

    People(@ConfigProperty(name = "tanggap.oidc.url") String realm) {
        keycloak = Keycloak.of(realm);
    }

    /** Fails with {@link KeycloakAway} while Keycloak does not answer. */
    Uni<List<Person>> of(String government) {
        return known.computeIfAbsent(
                government,
                _ -> ask(government)
                        .onFailure()
                        .invoke(failure -> {
                            LOG.warnf("Keycloak does not tell who works here: %s", reason(failure));
                            known.remove(government);
                        })
                        .onFailure()
                        .transform(KeycloakAway::new)
                        .memoize()
                        .atLeast(KEPT));
    }

    private static boolean isForbidden(Throwable failure) {
        return failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() == 403;
    }

    private static String reason(Throwable failure) {
        return failure instanceof WebApplicationException refused
                ? "status " + refused.getResponse().getStatus()
                : failure.getClass().getSimpleName();
    }

    private Uni<List<Person>> ask(String government) {
        return Uni.combine()
                .all()
                .unis(members(government), roles())
                .with((places, roles) -> places.stream()
                        .collect(Collectors.toMap(
                                place -> place.user().id(),
                                place -> place.person(roles.map(
                                        told -> told.getOrDefault(place.user().id(), List.of()))),
                                // Who stands in several groups reaches nothing; one of them is enough to be found here.
                                (first, _) -> first))
                        .values()
                        .stream()
                        .sorted(BY_NAME)
                        .toList());
    }

    private Uni<List<Place>> members(String government) {
        return keycloak.groups(government)
                .map(found -> found.stream()
                        .filter(group -> group.path().equals("/" + government))
                        .toList())
                .chain(root -> below(root)
                        .chain(agencies -> below(agencies)
                                .map(divisions -> Stream.of(root, agencies, divisions)
                                        .flatMap(List::stream)
                                        .toList())))
                .chain(groups -> each(
                        groups,
                        group -> keycloak.members(group.id())
                                .map(users -> users.stream()
                                        .map(user -> Place.of(user, group))
                                        .toList())))
                .map(places -> places.stream().flatMap(List::stream).toList());
    }

    private Uni<List<Group>> below(List<Group> groups) {
        var parents = groups.stream().filter(group -> group.subGroupCount() > 0).toList();
        return each(parents, parent -> keycloak.children(parent.id()))
                .map(children -> children.stream().flatMap(List::stream).toList());
    }

    /** Every person's roles in the order of {@link #ROLES}; empty where our client may read people and groups alone. */
    private Uni<Optional<Map<String, List<String>>>> roles() {
        return each(ROLES, role -> keycloak.holders(role).map(users -> Map.entry(role, users)))
                .map(answers -> {
                    var holders = answers.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
                    return Optional.of(ROLES.stream()
                            .flatMap(role -> holders.getOrDefault(role, List.of()).stream()
                                    .map(user -> Map.entry(user.id(), role)))
                            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
                })
                .onFailure(People::isForbidden)
                .recoverWithItem(_ -> {
                    LOG.warn("Keycloak does not let us read who holds which role");
                    return Optional.empty();
                });
    }

    private static <T, R> Uni<List<R>> each(Collection<T> items, Function<T, Uni<R>> question) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .<R>transformToUni(question::apply)
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private record Place(
            User user, @Nullable String agency, @Nullable String division) {
        static Place of(User user, Group group) {
            var path = List.of(group.path().split("/", -1));
            return new Place(user, path.size() > 2 ? path.get(2) : null, path.size() > 3 ? path.get(3) : null);
        }

        Person person(Optional<List<String>> roles) {
            var name = Stream.of(user.firstName(), user.lastName())
                    .filter(part -> part != null && !part.isBlank())
                    .collect(Collectors.joining(" "));
            return new Person(
                    user.id(),
                    name.isEmpty() ? user.username() : name,
                    roles.orElse(null),
                    agency,
                    division,
                    user.enabled());
        }
    }

    /** Keycloak cannot be asked, or refuses to answer us. */
    static final class KeycloakAway extends RuntimeException {
        KeycloakAway(Throwable cause) {
            super(cause);
        }
    }
}
