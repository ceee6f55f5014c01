package id.tanggap.bench.routing;

import id.tanggap.learning.Example;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A complaint whose agency is known.
 *
 * @param example its words as the service reads them
 * @param category that the officers gave it
 * @param received in the time of the place
 * @param hash of the text as it stands in the file
 */
record Decision(Example example, @Nullable String category, LocalDateTime received, long hash) {}
