package id.tanggap.edge.client;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.streams.ReadStream;

/** The body of an answer: whoever asked for it and does not take it on holds the upstream's connection. */
public final class OutgoingBody extends Relayed {

    private final HttpServerRequest request;
    private final String address;
    private final Patience patience;
    private final Waiting waiting;
    private volatile long dueAt;
    private boolean begun;

    public OutgoingBody(ReadStream<Buffer> body, HttpServerRequest request, Patience patience, Waiting waiting) {
        super(body);
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
            failed(new IncomingBody.Refused(problem));
            // An ordinary close would wait until the client has taken what is on its way.
            ((HttpServerConnection) request.connection()).channel().close();
        });
    }

    @Override
    void part(Buffer part) {
        begun = true;
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
