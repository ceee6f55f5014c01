package id.tanggap.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How work is answered that goes on behind the answer: begun with 202 and its progress, asked for with 200. */
public final class Background {
    private Background() {}

    /**
     * @param begun false when it is under way already, which is 409
     * @param running what to say then, in Indonesian
     */
    public static Uni<Response> begun(Uni<Boolean> begun, Supplier<? extends Uni<?>> progress, String running) {
        return begun.chain(first -> first
                ? progress.get().map(now -> Response.accepted(now).build())
                : Uni.createFrom().item(() -> Problem.conflict(running)));
    }

    /**
     * @param progress null when it was never begun, which is 404
     * @param never what to say then, in Indonesian
     */
    public static Uni<Response> progress(Uni<? extends @Nullable Object> progress, String never) {
        return progress.map(
                now -> now == null ? Problem.notFound(never) : Response.ok(now).build());
    }
}
