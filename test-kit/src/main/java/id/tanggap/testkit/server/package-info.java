/** The real PostgreSQL and Kafka, embedded or from the official images; both of the versions that the build names. */
@NullMarked
package id.tanggap.testkit.server;

import org.jspecify.annotations.NullMarked;
