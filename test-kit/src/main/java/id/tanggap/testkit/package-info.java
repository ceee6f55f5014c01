/**
 * The real PostgreSQL and the real Kafka broker for tests, embedded or in containers, and the rules of the house that
 * every module keeps.
 */
@NullMarked
package id.tanggap.testkit;

import org.jspecify.annotations.NullMarked;
