/**
 * The recap of a month on its way to the archive (Karanganyar rows 5 to 7): its rules, and the chain of deeds that it is.
 */
@NullMarked
package id.tanggap.reporting.recap.loop;

import org.jspecify.annotations.NullMarked;
