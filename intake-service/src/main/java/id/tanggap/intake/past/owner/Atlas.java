package id.tanggap.intake.past.owner;

import static id.tanggap.intake.past.owner.Place.letters;
import static java.util.Objects.requireNonNull;

import id.tanggap.governments.Government;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which offices, places and numbers are a government's own, and which are another's of the installation. */
final class Atlas {
    private static final Pattern NUMBER = Pattern.compile("(\\p{Lu}{2,6})-.+");

    private final Place own;
    private final Set<String> ownDistricts = new HashSet<>();
    private final Set<String> ownVillages = new HashSet<>();
    private final Set<String> ownOffices = new HashSet<>();
    private final String ownPrefix;
    private final List<Government> others;
    private final Map<String, String> districts = new HashMap<>();
    private final Map<String, String> villages = new HashMap<>();
    private final Map<String, String> offices = new HashMap<>();
    private final Map<String, String> prefixes = new HashMap<>();

    Atlas(Government own, Collection<Government> installed) {
        this.own = place(own);
        this.ownPrefix = own.numberPrefix();
        this.others =
                installed.stream().filter(other -> !other.id().equals(own.id())).toList();
        districts(own).forEach(ownDistricts::add);
        villages(own).forEach(ownVillages::add);
        offices(own).forEach(ownOffices::add);
        others.forEach(this::learn);
    }

    private void learn(Government other) {
        var name = place(other).written();
        districts(other).forEach(it -> districts.putIfAbsent(it, name));
        villages(other).forEach(it -> villages.putIfAbsent(it, name));
        offices(other).forEach(it -> offices.putIfAbsent(it, name));
        prefixes.put(other.numberPrefix(), name);
    }

    private static Place place(Government government) {
        return requireNonNull(Place.of(government.name()), government::name);
    }

    private static Stream<String> districts(Government government) {
        return government.districts().stream().map(district -> letters(district.name()));
    }

    private static Stream<String> villages(Government government) {
        return government.districts().stream()
                .flatMap(district -> district.villages().stream())
                .map(village -> letters(village.name()));
    }

    private static Stream<String> offices(Government government) {
        return government.agencies().stream()
                .flatMap(agency -> Stream.of(agency.name(), agency.shortName()))
                .map(Place::letters);
    }

    /** By the number that an installation gave: SKA-2026-…. */
    @Nullable
    Clue number(String cell) {
        var number = NUMBER.matcher(cell.strip());
        if (!number.matches()) {
            return null;
        }
        var prefix = number.group(1);
        return prefix.equals(ownPrefix) ? Clue.OURS : another(prefixes.get(prefix));
    }

    /** By a government that the text names: by all that it names one is ours, or it is another's. */
    @Nullable
    Clue government(String text) {
        var mentions = Place.in(text);
        if (mentions.stream().anyMatch(mention -> mention.place().names(own))) {
            return Clue.OURS;
        }
        return mentions.stream()
                .map(this::another)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Clue another(Place.Mention mention) {
        return others.stream()
                .map(Atlas::place)
                .filter(mention.place()::names)
                .findFirst()
                .map(place -> Clue.elsewhere(place.written()))
                .orElse(mention.sure() ? Clue.elsewhere(mention.place().written()) : null);
    }

    /** By a cell that names a city or a regency and nothing else. */
    @Nullable
    Clue city(String cell) {
        var place = Place.of(cell);
        if (place == null) {
            return null;
        }
        return place.names(own) ? Clue.OURS : Clue.elsewhere(place.written());
    }

    /** All districts of ours are known: another one lies elsewhere. */
    @Nullable
    Clue district(String cell) {
        var name = letters(cell).replaceFirst("^(kecamatan|kec)-", "");
        if (name.length() < 3) {
            return null;
        }
        return ownDistricts.contains(name) ? Clue.OURS : Clue.elsewhere(districts.get(name));
    }

    @Nullable
    Clue village(String cell) {
        var name = letters(cell).replaceFirst("^(kelurahan|kel|desa)-", "");
        return ownVillages.contains(name) ? Clue.OURS : another(villages.get(name));
    }

    /** By an office that one of both has alone: most are called alike everywhere. */
    @Nullable
    Clue office(String cell) {
        var name = letters(cell);
        var other = offices.get(name);
        if (ownOffices.contains(name)) {
            return other == null ? Clue.OURS : null;
        }
        return another(other);
    }

    private static @Nullable Clue another(@Nullable String place) {
        return place == null ? null : Clue.elsewhere(place);
    }
}
