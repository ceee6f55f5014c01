package id.tanggap.edge;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Of an answer that nobody reads the machine takes only so much; left to itself it would take megabytes. */
@Singleton
class SendBuffer implements HttpServerOptionsCustomizer {

    /** In bytes: 2.5 MB/s on a line that is 50 ms long. */
    static final int SIZE = 128 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(SIZE);
    }
}
