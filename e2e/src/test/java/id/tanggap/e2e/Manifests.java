package id.tanggap.e2e;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.yaml.snakeyaml.Yaml;

/** The kustomize base and what is wrong with it: misspelt fields, wrong types, and what we ask of every part. */
final class Manifests {
    private static final String INDEX = "kustomization.yaml";
    private static final Set<String> INDEX_FIELDS = Set.of("apiVersion", "kind", "namespace", "resources");
    private static final Pattern PINNED = Pattern.compile("[\\w./-]+:\\d+\\.\\d[\\w.-]*");
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private final Map<String, String> files;
    private final List<HasMetadata> resources = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    Manifests(Map<String, String> files) {
        this.files = new TreeMap<>(files);
    }

    List<String> findings() {
        findings.clear();
        resources.clear();
        checkIndex();
        files.forEach((name, text) -> {
            if (!name.equals(INDEX)) {
                parse(name, text);
            }
        });
        Part.ALL.forEach(this::checkPart);
        all(Deployment.class).stream()
                .filter(deployment -> Part.ALL.stream()
                        .noneMatch(part ->
                                part.name().equals(deployment.getMetadata().getName())))
                .forEach(deployment ->
                        findings.add(deployment.getMetadata().getName() + ": is no part of the platform"));
        all(Secret.class)
                .forEach(secret -> findings.add(secret.getMetadata().getName() + ": a Secret in the repository"));
        all(Ingress.class).forEach(this::checkIngress);
        return List.copyOf(findings);
    }

    private void checkIndex() {
        Map<String, Object> index = new Yaml().load(files.getOrDefault(INDEX, "{}"));
        Set<String> unknown = new TreeSet<>(index.keySet());
        unknown.removeAll(INDEX_FIELDS);
        unknown.forEach(field -> findings.add(INDEX + ": unknown field " + field));
        Set<String> listed = new TreeSet<>();
        if (index.get("resources") instanceof List<?> names) {
            names.forEach(name -> listed.add(String.valueOf(name)));
        }
        listed.stream()
                .filter(Predicate.not(files::containsKey))
                .forEach(name -> findings.add(INDEX + ": lists " + name + ", which is not there"));
        files.keySet().stream()
                .filter(name -> !name.equals(INDEX) && !listed.contains(name))
                .forEach(name -> findings.add(INDEX + ": does not list " + name));
    }

    private void parse(String file, String text) {
        for (String document : text.split("(?m)^---$")) {
            try {
                Object resource = YAML.unmarshal(document);
                if (resource instanceof HasMetadata known && !(resource instanceof GenericKubernetesResource)) {
                    resources.add(known);
                    checkFields(file + " " + known.getKind(), known);
                } else {
                    findings.add(file + ": unknown kind");
                }
            } catch (IllegalArgumentException | YamlEngineException e) {
                findings.add(file + ": " + cause(e));
            }
        }
    }

    /** The models keep what they do not know instead of refusing it. */
    private void checkFields(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, entry) -> checkFields(path + "." + key, entry));
        } else if (value instanceof Collection<?> list) {
            list.forEach(entry -> checkFields(path, entry));
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.kubernetes.api.model.")) {
            for (Method method : value.getClass().getMethods()) {
                if (method.getName().startsWith("get") && method.getParameterCount() == 0) {
                    checkField(path, value, method);
                }
            }
        }
    }

    private void checkField(String path, Object value, Method getter) {
        try {
            Object field = getter.invoke(value);
            if (!getter.getName().equals("getAdditionalProperties")) {
                checkFields(path + "." + getter.getName().substring(3), field);
            } else if (field instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(name -> findings.add(path + ": unknown field " + name));
            }
        } catch (ReflectiveOperationException e) {
            findings.add(path + ": " + cause(e));
        }
    }

    private void checkPart(Part part) {
        Deployment deployment = named(Deployment.class, part.name());
        if (deployment == null) {
            findings.add(part.name() + ": has no Deployment");
            return;
        }
        Map<String, String> selector = deployment.getSpec().getSelector().getMatchLabels();
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        require(part, labels.entrySet().containsAll(selector.entrySet()), "does not select its own pods");
        require(part, pod.getContainers().size() == 1, "has not exactly one container");
        require(part, !pod.getTopologySpreadConstraints().isEmpty(), "is not spread");
        require(part, Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()), "gets a token of the cluster");
        require(part, Boolean.FALSE.equals(pod.getEnableServiceLinks()), "gets variables of every Service");
        checkPodSecurity(part, pod.getSecurityContext());
        pod.getContainers().forEach(container -> checkContainer(part, container));
        checkService(part, selector);
        PodDisruptionBudget budget = named(PodDisruptionBudget.class, part.name());
        require(
                part,
                budget != null && selector.equals(budget.getSpec().getSelector().getMatchLabels()),
                "has no disruption budget");
    }

    private void checkContainer(Part part, Container container) {
        require(
                part,
                container.getImage().startsWith("tanggap/" + part.module() + ":")
                        && PINNED.matcher(container.getImage()).matches(),
                "does not run a pinned image of " + part.module());
        require(
                part,
                ports(container).equals(Map.of("http", part.port(), "management", Part.MANAGEMENT_PORT)),
                "does not listen on port " + part.port() + " and its management port");
        checkProbe(part, "startup", "started", container.getStartupProbe());
        checkProbe(part, "readiness", "ready", container.getReadinessProbe());
        checkProbe(part, "liveness", "live", container.getLivenessProbe());
        require(
                part,
                container.getResources() != null
                        && container.getResources().getRequests().keySet().containsAll(Set.of("cpu", "memory"))
                        && container.getResources().getLimits().containsKey("memory"),
                "has no resources");
        checkSecurity(part, container.getSecurityContext());
        checkEnvironment(part, container);
    }

    private void checkProbe(Part part, String kind, String path, @Nullable Probe probe) {
        require(
                part,
                probe != null
                        && probe.getHttpGet() != null
                        && probe.getHttpGet().getPath().equals("/q/health/" + path)
                        && "management".equals(probe.getHttpGet().getPort().getStrVal()),
                "has no " + kind + " probe");
    }

    private void checkPodSecurity(Part part, @Nullable PodSecurityContext context) {
        require(
                part,
                context != null
                        && Boolean.TRUE.equals(context.getRunAsNonRoot())
                        && context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                "may run as root or without seccomp");
    }

    private void checkSecurity(Part part, @Nullable SecurityContext context) {
        require(
                part,
                context != null
                        && Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                        && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())
                        && context.getCapabilities() != null
                        && List.of("ALL").equals(context.getCapabilities().getDrop()),
                "may gain privileges or write to its root");
    }

    private void checkEnvironment(Part part, Container container) {
        Set<String> given = new TreeSet<>();
        for (EnvVar variable : container.getEnv()) {
            given.add(variable.getName());
            if (variable.getValue() != null) {
                findings.addAll(Part.misledAddresses(part.name(), variable.getName(), variable.getValue()));
                boolean secret = variable.getName().matches(".*(PASSWORD|SECRET|KEY|TOKEN)");
                require(part, !secret, variable.getName() + " stands in the file");
            }
            if (variable.getName().equals("QUARKUS_HTTP_PORT")) {
                require(
                        part,
                        Integer.toString(part.port()).equals(variable.getValue()),
                        "is told another port than " + part.port());
            }
        }
        container.getEnvFrom().stream()
                .filter(source -> !isOptionalSecret(source))
                .forEach(source -> {
                    String name = source.getConfigMapRef().getName();
                    ConfigMap settings = named(ConfigMap.class, name);
                    if (settings == null) {
                        findings.add(part.name() + ": no ConfigMap " + name);
                    } else {
                        settings.getData().forEach((variable, value) -> {
                            given.add(variable);
                            findings.addAll(Part.misledAddresses(part.name(), variable, value));
                        });
                    }
                });
        findings.addAll(part.findingsIn(part.name(), given));
    }

    /** An operator makes it where there is something to keep in it. */
    private static boolean isOptionalSecret(EnvFromSource source) {
        return source.getSecretRef() != null
                && Boolean.TRUE.equals(source.getSecretRef().getOptional());
    }

    private void checkService(Part part, Map<String, String> selector) {
        Service service = named(Service.class, part.name());
        require(
                part,
                service != null
                        && selector.equals(service.getSpec().getSelector())
                        && service.getSpec().getPorts().size() == 1
                        && Objects.equals(
                                service.getSpec().getPorts().getFirst().getPort(), part.port()),
                "has no Service on port " + part.port());
    }

    private void checkIngress(Ingress ingress) {
        ingress.getSpec().getRules().stream()
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService().getName())
                .filter(Predicate.not("edge"::equals))
                .forEach(name -> findings.add("Ingress: opens " + name + " to the world"));
    }

    private static Map<String, Integer> ports(Container container) {
        Map<String, Integer> ports = new TreeMap<>();
        container.getPorts().forEach(port -> ports.put(port.getName(), port.getContainerPort()));
        return ports;
    }

    private void require(Part part, boolean holds, String otherwise) {
        if (!holds) {
            findings.add(part.name() + ": " + otherwise);
        }
    }

    private <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private <T extends HasMetadata> @Nullable T named(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(resource -> name.equals(resource.getMetadata().getName()))
                .findFirst()
                .orElse(null);
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause instanceof MarkedYamlEngineException marked
                ? marked.getProblem()
                : String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse("");
    }
}
