package id.tanggap.rest;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Lets {@link Repeat} know a body by its bytes: what they are read into may be called otherwise tomorrow. Clients of our own, which
 * read in no request, would take it for theirs as well.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@DoneOnce
class SaidWords implements ReaderInterceptor {
    private final Repeat repeat;

    SaidWords(Repeat repeat) {
        this.repeat = repeat;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try (var sent = context.getInputStream()) {
            var body = new Body(sent);
            context.setInputStream(body);
            var read = context.proceed();
            body.transferTo(OutputStream.nullOutputStream());
            repeat.said(HexFormat.of().formatHex(body.getMessageDigest().digest()));
            return read;
        }
    }

    /** Whoever reads it may stop before its end, and close it. */
    private static final class Body extends DigestInputStream {
        Body(InputStream sent) {
            super(sent, sha256());
        }

        @Override
        public void close() {}
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
