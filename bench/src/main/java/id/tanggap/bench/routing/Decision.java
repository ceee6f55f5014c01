package id.tanggap.bench.routing;

import id.tanggap.learning.Example;
import java.time.LocalDateTime;

/**
 * A complaint whose agency is known.
 *
 * @param received in the time of the place
 */
record Decision(Example example, LocalDateTime received) {}
