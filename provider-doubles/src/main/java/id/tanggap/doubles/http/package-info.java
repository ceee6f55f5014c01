/** What doubles need of HTTP. */
@NullMarked
package id.tanggap.doubles.http;

import org.jspecify.annotations.NullMarked;
