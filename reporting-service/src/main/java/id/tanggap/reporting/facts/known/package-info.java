/**
 * What is known of a complaint after what was told of it. Pure: each column says which events tell it and what two
 * tellings come to, and from that one declaration follow the statement for a batch and the same decision in memory.
 */
@NullMarked
package id.tanggap.reporting.facts.known;

import org.jspecify.annotations.NullMarked;
