/**
 * Takes the events of all topics in batches and keeps what they say in one row per complaint.
 *
 * <p>Topics are read independently, so an event of one may come before any of another. Each topic owns columns, a batch
 * is one statement, and rows are written in the order of their ids: topics that write the same rows at the same time
 * wait for each other, but neither lose an update nor lock each other out.
 */
@NullMarked
package id.tanggap.reporting.facts;

import org.jspecify.annotations.NullMarked;
