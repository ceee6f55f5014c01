package id.tanggap.edge.client;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A body on its way through the front door, which is looked at as it passes. */
abstract class Relayed implements ReadStream<Buffer>, Waiting.Awaited {

    private final ReadStream<Buffer> body;
    private final Context context = Objects.requireNonNull(Vertx.currentContext());
    private @Nullable Handler<Buffer> parts;
    private @Nullable Handler<Void> end;
    private @Nullable Handler<Throwable> failure;

    Relayed(ReadStream<Buffer> body) {
        this.body = body.pause()
                .exceptionHandler(this::failed)
                .endHandler(_ -> ended())
                .handler(this::part);
    }

    void part(Buffer part) {
        if (parts != null) {
            parts.handle(part);
        }
    }

    void ended() {
        if (end != null) {
            end.handle(null);
        }
    }

    void failed(Throwable cause) {
        if (failure != null) {
            failure.handle(cause);
        }
    }

    /** Where everything about this body happens, one after the other. */
    void there(Runnable act) {
        context.runOnContext(_ -> act.run());
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        parts = handler;
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        end = handler;
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failure = handler;
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
