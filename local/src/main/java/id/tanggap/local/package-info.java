/**
 * The whole platform on one machine, without Docker: a small supervisor that starts the real PostgreSQL, Kafka and
 * Keycloak, the five services and the edge as child processes, watches them, and stops them in reverse order. Each
 * {@link id.tanggap.local.part.Part} says how it is started, what it waits for and when it is ready; the
 * {@link id.tanggap.local.process.Supervisor} knows none of them by name.
 */
@NullMarked
package id.tanggap.local;

import org.jspecify.annotations.NullMarked;
