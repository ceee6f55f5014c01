/** What happened: one sealed interface a topic, one record a fact, its wire name written on it. */
@NullMarked
package id.tanggap.contracts.event;

import org.jspecify.annotations.NullMarked;
