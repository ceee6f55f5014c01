package id.tanggap.edge.client;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, as it arrives: no longer than its limit, and in time. Once it is refused, what still comes is
 * thrown away for a while, so that the caller gets to see the refusal instead of a cut connection.
 */
public final class IncomingBody extends Relayed {

    /** So many bytes that nobody wants are read for the sake of an honest caller's answer. */
    private static final long MOST_IN_VAIN = 32 << 20;

    private final HttpServerRequest request;
    private final String address;
    private final long limit;
    private final Patience patience;
    private final Waiting waiting;
    private final Promise<Void> begun = Promise.promise();
    private final Promise<Void> arrived = Promise.promise();
    private Buffer kept = Buffer.buffer();
    private boolean wanted;
    private long read;
    private long waitedFor;
    private long waitingSince;
    private boolean paused = true;
    private boolean givenUp;
    private @Nullable Problem refusal;

    /** @param limit the longest it may be, in bytes */
    public IncomingBody(HttpServerRequest request, long limit, Patience patience, Waiting waiting) {
        super(request);
        this.request = request;
        this.address = Client.address(request.remoteAddress());
        this.limit = limit;
        this.patience = patience;
        this.waiting = waiting;
    }

    /** As the caller says; -1 when it does not. */
    long declared() {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : -1;
    }

    public boolean tooLong() {
        return declared() > limit || read > limit;
    }

    public boolean absent() {
        return !request.headers().contains(HttpHeaders.TRANSFER_ENCODING) && declared() <= 0;
    }

    /** Why it was not taken to its end. */
    public @Nullable Problem refusal() {
        return refusal;
    }

    public Future<Void> arrived() {
        return arrived.future();
    }

    /** Here as a whole, or with so much that the rest is worth a connection; the rest then waits to be taken. */
    public Future<Void> begun() {
        resume();
        return begun.future();
    }

    /** What goes to the upstream: its length, or -1, and its parts. */
    public Body body() {
        return here() ? Body.body(kept) : Body.body(this, declared());
    }

    private boolean here() {
        return arrived.future().isComplete();
    }

    /** What was kept comes first. */
    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        super.handler(handler);
        wanted = handler != null;
        if (handler != null) {
            var first = kept;
            kept = Buffer.buffer();
            handler.handle(first);
        }
        return this;
    }

    /** Takes no more of it than is good for the answer. */
    public void refuse(Problem problem) {
        refusal = problem;
        kept = Buffer.buffer();
        handler(null);
        resume();
    }

    /** The answer is out: of a body that nobody waited for any longer nothing more is taken. */
    public void answered() {
        if (givenUp) {
            request.connection().close();
        }
    }

    @Override
    void part(Buffer part) {
        read += part.length();
        if (refusal == null && read > limit) {
            failed(new Refused(Problem.tooLarge(limit)));
        } else if (refusal == null && wanted) {
            super.part(part);
        } else if (refusal == null) {
            keep(part);
        }
    }

    private void keep(Buffer part) {
        kept.appendBuffer(part);
        if (kept.length() > patience.whole()) {
            pause();
            begun.tryComplete();
        }
    }

    @Override
    void ended() {
        waiting.remove(this);
        super.ended();
        arrived.tryComplete();
        begun.tryComplete();
    }

    @Override
    void failed(Throwable cause) {
        if (cause instanceof Refused refused) {
            refuse(refused.problem);
        } else {
            waiting.remove(this);
        }
        super.failed(cause);
        begun.tryFail(cause);
        arrived.tryFail(cause);
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public long dueAt() {
        return waitingSince - waitedFor + patience.with(Math.min(read, Math.max(limit, MOST_IN_VAIN)));
    }

    @Override
    public void giveUp(Problem problem) {
        there(() -> {
            if (refusal != null || request.response().ended()) {
                request.connection().close();
            } else {
                givenUp = true;
                failed(new Refused(problem));
            }
        });
    }

    /** Nobody waits for the client while it has to wait for us. */
    @Override
    public ReadStream<Buffer> pause() {
        if (!paused) {
            paused = true;
            waitedFor += patience.now() - waitingSince;
            waiting.remove(this);
        }
        return super.pause();
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        if (paused && !request.isEnded()) {
            paused = false;
            waitingSince = patience.now();
            waiting.add(this);
        }
        return super.fetch(amount);
    }

    /** What a body is refused with. */
    static final class Refused extends RuntimeException {

        final transient Problem problem;

        Refused(Problem problem) {
            super(problem.title(), null, false, false);
            this.problem = problem;
        }
    }
}
