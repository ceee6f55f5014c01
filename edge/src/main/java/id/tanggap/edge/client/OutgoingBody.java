package id.tanggap.edge.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;

/** The body of an answer: whoever asked for it and does not take it on holds the upstream's connection. */
public final class OutgoingBody extends Relayed {

    /** In bytes, and far above what the client library keeps for who is slow to take it. */
    private static final long READ_AHEAD = 512 << 10;

    private final HttpServerRequest request;
    private final String address;
    private final Patience patience;
    private final Waiting waiting;
    private volatile long dueAt;
    private final Promise<Void> taken = Promise.promise();
    private boolean begun;
    private long left;

    public OutgoingBody(Body body, HttpServerRequest request, Patience patience, Waiting waiting) {
        super(body.stream());
        this.left = body.length();
        this.request = request;
        this.address = Client.address(request.remoteAddress());
        this.patience = patience;
        this.waiting = waiting;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public long dueAt() {
        return dueAt;
    }

    @Override
    public void giveUp(Problem problem) {
        there(() -> {
            super.failed(new IncomingBody.Refused(problem));
            // An ordinary close would wait until the client has taken what is on its way.
            ((HttpServerConnection) request.connection()).channel().close();
        });
    }

    /** Done when the upstream has nothing more to give, whoever took it. */
    public Future<Void> taken() {
        return taken.future();
    }

    /**
     * Whether so much is still to come that the upstream cannot have given all of it, whatever was read ahead. Of an
     * answer to HEAD nothing comes, whatever its length says.
     */
    public boolean isFarFromWhole() {
        return begun && left > READ_AHEAD;
    }

    /** Nobody wants it any more: what still comes is thrown away, and its connection is as good as before. */
    public void discard() {
        handler(null);
        endHandler(null);
        exceptionHandler(null);
        resume();
    }

    @Override
    void ended() {
        super.ended();
        taken.tryComplete();
    }

    @Override
    void failed(Throwable cause) {
        waiting.remove(this);
        super.failed(cause);
        taken.tryFail(cause);
    }

    @Override
    void part(Buffer part) {
        begun = true;
        left -= part.length();
        super.part(part);
    }

    /** Once it flows: the client has more before it than it takes. */
    @Override
    public ReadStream<Buffer> pause() {
        if (begun) {
            dueAt = patience.now() + patience.with(0);
            waiting.add(this);
        }
        return super.pause();
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        waiting.remove(this);
        return super.fetch(amount);
    }
}
