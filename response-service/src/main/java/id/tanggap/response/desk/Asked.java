package id.tanggap.response.desk;

import id.tanggap.response.officer.Officer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something to be done with which case.
 *
 * @param request by which it is known should it come again; null when it cannot be
 */
public record Asked(UUID about, Officer by, @Nullable UUID request) {}
