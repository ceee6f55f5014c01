package id.tanggap.house.measure;

import id.tanggap.house.Code;
import id.tanggap.house.JavaFile;
import id.tanggap.house.docs.Modules;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The size of what is delivered.
 *
 * @param packages how many files each has, its {@code package-info} left out
 * @param groundLines of the rooms that services stand on
 */
record Measure(List<MethodSize> methods, Map<String, Integer> packages, int groundLines, int serviceLines) {

    /** More files than a reader takes in at a glance. */
    private static final int FULL = 15;

    private static final int SHOWN = 10;

    static Measure take() {
        var modules = Modules.read();
        return of(Code.main(), modules.ground(), modules.services());
    }

    static Measure of(List<JavaFile> files, Collection<String> ground, Collection<String> services) {
        return new Measure(
                files.stream().flatMap(MethodSize::of).toList(),
                files.stream()
                        .filter(file -> !file.isPackageInfo())
                        .collect(Collectors.groupingBy(JavaFile::packageName, Collectors.summingInt(_ -> 1))),
                lines(files, ground),
                lines(files, services));
    }

    /** What is held, by name. */
    Map<String, Integer> figures() {
        var figures = new LinkedHashMap<String, Integer>();
        put(figures, "statements", statements());
        put(figures, "lines", lines());
        figures.put("package.files.most", packages.values().stream().reduce(0, Math::max));
        figures.put("packages.over.fifteen", full().size());
        return figures;
    }

    /** For people: the figures, and where to go. */
    String report() {
        return """
                What is delivered   median   p90   p99  most
                statements a method %s
                lines a method      %s
                %d methods; fullest package %d files; ground %,d lines, services %,d: %d %%

                The longest methods, in statements and lines
                %s

                Packages over fifteen files
                %s
                """.formatted(
                        row(statements()),
                        row(lines()),
                        methods.size(),
                        packages.values().stream().reduce(0, Math::max),
                        groundLines,
                        serviceLines,
                        groundPercent(),
                        longest(),
                        full().stream()
                                .map(full -> "%4d  %s".formatted(full.getValue(), full.getKey()))
                                .collect(Collectors.joining("\n")));
    }

    private String longest() {
        return methods.stream()
                .sorted(Comparator.comparingInt(MethodSize::statements)
                        .thenComparingInt(MethodSize::lines)
                        .reversed())
                .limit(SHOWN)
                .map(method -> "%4d %4d  %s".formatted(method.statements(), method.lines(), method.where()))
                .collect(Collectors.joining("\n"));
    }

    private List<Map.Entry<String, Integer>> full() {
        return packages.entrySet().stream()
                .filter(files -> files.getValue() > FULL)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private Spread statements() {
        return Spread.of(methods.stream().map(MethodSize::statements));
    }

    private Spread lines() {
        return Spread.of(methods.stream().map(MethodSize::lines));
    }

    /** How large the ground is against the services, rounded up. */
    int groundPercent() {
        return serviceLines == 0 ? 0 : Math.ceilDiv(100 * groundLines, serviceLines);
    }

    private static int lines(List<JavaFile> files, Collection<String> modules) {
        return files.stream()
                .filter(file -> modules.contains(file.module()))
                .mapToInt(file -> (int) file.text().lines().count())
                .sum();
    }

    private static void put(Map<String, Integer> figures, String name, Spread spread) {
        figures.put(name + ".median", spread.median());
        figures.put(name + ".p90", spread.p90());
        figures.put(name + ".p99", spread.p99());
        figures.put(name + ".most", spread.most());
    }

    private static String row(Spread spread) {
        return "%6d%6d%6d%6d".formatted(spread.median(), spread.p90(), spread.p99(), spread.most());
    }
}
