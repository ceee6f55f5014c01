package id.tanggap.reporting.recap.compilation;

import id.tanggap.reporting.recap.figures.Figures;
import java.time.Instant;

/**
 * What stands at the head of a compiled recap, and is the first leaf of its tree.
 *
 * @param preliminary the month was not over
 * @param asOf the moment of which it tells
 */
public record Head(
        String government,
        String governmentName,
        String month,
        int version,
        boolean preliminary,
        Instant asOf,
        int complaints,
        Figures figures) {}
