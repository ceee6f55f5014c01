/** A recap as it was known at one moment, compiled into entries, figures and the root that seals them (ADR 16). */
@NullMarked
package id.tanggap.reporting.recap.compilation;

import org.jspecify.annotations.NullMarked;
