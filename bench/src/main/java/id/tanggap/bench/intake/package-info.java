/**
 * What one accepted complaint costs, beside what PostgreSQL alone can do on the same machine in the same minutes. Only
 * the ratios mean something.
 */
@NullMarked
package id.tanggap.bench.intake;

import org.jspecify.annotations.NullMarked;
