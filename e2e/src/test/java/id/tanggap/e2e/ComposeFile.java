package id.tanggap.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** A Compose file and the file that explains its variables, and what is wrong with them. */
final class ComposeFile {
    private static final Pattern PINNED = Pattern.compile("[\\w./-]+:\\d+\\.\\d[\\w.-]*");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|KEY|TOKEN)");
    private static final Pattern FROM_OUTSIDE = Pattern.compile("\\$\\{[A-Z0-9_]+(:\\?[^}]+|-)\\}");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z0-9_]+)");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^([A-Z0-9_]+)=");
    private static final String DONE = "service_completed_successfully";

    private final String text;
    private final String example;
    private final Map<String, Map<String, Object>> services;
    private final Set<Object> volumes;
    private final List<String> findings = new ArrayList<>();

    ComposeFile(String text, String example) {
        this.text = text;
        this.example = example;
        Map<String, Object> file = new Yaml().load(text);
        services = new TreeMap<>();
        map(file.get("services")).forEach((name, service) -> services.put(name, map(service)));
        volumes = Set.copyOf(map(file.get("volumes")).keySet());
    }

    List<String> findings() {
        findings.clear();
        services.forEach(this::checkService);
        Part.ALL.forEach(this::checkPart);
        checkExample();
        return List.copyOf(findings);
    }

    /** The image that a service runs. */
    String image(String service) {
        return String.valueOf(services.getOrDefault(service, Map.of()).get("image"));
    }

    private void checkService(String name, Map<String, Object> service) {
        require(name, PINNED.matcher(image(name)).matches(), "no image pinned by version");
        require(name, service.containsKey("healthcheck") || isOneShot(name), "no health check");
        require(name, service.containsKey("mem_limit"), "no memory limit");
        require(name, List.of("ALL").equals(service.get("cap_drop")), "keeps capabilities");
        require(name, list(service.get("security_opt")).contains("no-new-privileges:true"), "may gain privileges");
        require(name, !service.containsKey("privileged"), "is privileged");
        require(name, !service.containsKey("network_mode"), "leaves the networks of the file");
        require(name, name.equals("edge") || !service.containsKey("ports"), "publishes a port");
        checkDependencies(name, service.get("depends_on"));
        map(service.get("environment")).forEach((variable, value) -> {
            boolean literal = SECRET.matcher(variable).matches()
                    && !FROM_OUTSIDE.matcher(String.valueOf(value)).matches();
            require(name, !literal, variable + " stands in the file");
            findings.addAll(Part.misledAddresses(name, variable, String.valueOf(value)));
        });
        list(service.get("volumes")).stream()
                .map(volume -> String.valueOf(volume).replaceFirst(":.*", ""))
                .filter(Predicate.not(volume -> volume.startsWith(".")))
                .forEach(volume -> require(name, volumes.contains(volume), "volume " + volume + " is not declared"));
    }

    private void checkDependencies(String name, @Nullable Object dependencies) {
        if (dependencies instanceof List) {
            findings.add(name + ": depends on parts without a condition");
            return;
        }
        map(dependencies).forEach((on, how) -> {
            Object condition = map(how).get("condition");
            Map<String, Object> target = services.getOrDefault(on, Map.of());
            require(name, services.containsKey(on), "depends on " + on + ", which is not there");
            require(
                    name,
                    DONE.equals(condition) || "service_healthy".equals(condition) && target.containsKey("healthcheck"),
                    "does not wait until " + on + " is healthy");
        });
    }

    private void checkPart(Part part) {
        Map<String, Object> service = services.get(part.name());
        if (service == null) {
            findings.add(part.name() + ": is missing");
            return;
        }
        Map<String, Object> environment = map(service.get("environment"));
        findings.addAll(part.findingsIn(part.name(), environment.keySet()));
        require(
                part.name(),
                Objects.equals(environment.get("QUARKUS_HTTP_PORT"), part.port()),
                "does not listen on port " + part.port());
        require(
                part.name(),
                String.valueOf(service.get("healthcheck")).contains("/127.0.0.1/" + Part.MANAGEMENT_PORT + " "),
                "is not asked at its management port");
        require(
                part.name(),
                part.module().equals(map(map(service.get("build")).get("args")).get("MODULE")),
                "is not built from " + part.module());
        require(part.name(), Boolean.TRUE.equals(service.get("read_only")), "has a root that can be written to");
    }

    private void checkExample() {
        Set<String> used = names(VARIABLE, text);
        Set<String> explained = names(EXPLAINED, example);
        used.stream()
                .filter(Predicate.not(explained::contains))
                .forEach(name -> findings.add(".env.example: does not explain " + name));
        explained.stream()
                .filter(Predicate.not(used::contains))
                .forEach(name -> findings.add(".env.example: explains " + name + ", which nobody uses"));
        names(Pattern.compile("(?m)^([A-Z0-9_]*(?:PASSWORD|SECRET|KEY))=."), example)
                .forEach(name -> findings.add(".env.example: holds a value of " + name));
    }

    /** Somebody waits for its end. */
    private boolean isOneShot(String name) {
        return services.values().stream()
                .map(service -> service.get("depends_on"))
                .filter(Map.class::isInstance)
                .anyMatch(on -> DONE.equals(map(map(on).get(name)).get("condition")));
    }

    private void require(String service, boolean holds, String otherwise) {
        if (!holds) {
            findings.add(service + ": " + otherwise);
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new TreeMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry == null ? "" : entry));
        }
        return map;
    }
}
