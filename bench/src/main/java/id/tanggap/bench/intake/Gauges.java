package id.tanggap.bench.intake;

import java.util.Map;
import java.util.TreeMap;

/** The gauges of delay in what a service says under {@code /q/metrics}. */
final class Gauges {
    private static final String DELAY = "_lag_millis";

    private Gauges() {}

    /** @return milliseconds by the gauge's name and topic; labels that all series share are left out */
    static Map<String, Double> delays(String exposition) {
        var delays = new TreeMap<String, Double>();
        for (var line : exposition.split("\n")) {
            if (line.startsWith("#") || !line.contains(DELAY)) {
                continue;
            }
            var end = line.lastIndexOf(' ');
            var value = Double.parseDouble(line.substring(end + 1));
            if (!Double.isNaN(value)) {
                delays.put(name(line.substring(0, end)), value);
            }
        }
        return delays;
    }

    private static String name(String series) {
        var labels = series.indexOf('{');
        var name = labels < 0 ? series : series.substring(0, labels);
        var kind = name.substring(0, name.indexOf(DELAY)).replace('_', ' ');
        var topic = series.indexOf("topic=\"");
        return topic < 0 ? kind : kind + " of " + series.substring(topic + 7, series.indexOf('"', topic + 7));
    }
}
