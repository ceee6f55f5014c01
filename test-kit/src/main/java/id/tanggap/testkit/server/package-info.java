/** The real servers: PostgreSQL and Kafka embedded or from the official images, of the versions that the build names, and clamd. */
@NullMarked
package id.tanggap.testkit.server;

import org.jspecify.annotations.NullMarked;
