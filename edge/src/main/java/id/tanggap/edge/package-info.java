/**
 * The one front door: it serves the pages, hands everything under {@code /api/} and {@code /auth/} to the part that owns
 * it, and guards what strangers may send. It holds no data and knows no rule of the domain; what it forwards, to whom
 * and how much of it, is the route table in {@code application.properties}.
 */
@NullMarked
package id.tanggap.edge;

import org.jspecify.annotations.NullMarked;
