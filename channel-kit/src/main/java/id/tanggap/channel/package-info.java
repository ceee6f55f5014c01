/**
 * The protocols of those who carry messages between citizens and an office, both ways: what comes to a hook, what is sent, and
 * what a provider says of it. One package a provider; it keeps nothing and knows nothing of complaints.
 */
@NullMarked
package id.tanggap.channel;

import org.jspecify.annotations.NullMarked;
