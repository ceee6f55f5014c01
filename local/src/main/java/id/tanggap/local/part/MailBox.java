package id.tanggap.local.part;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that sends nothing on: each message becomes a file that any mail program opens. */
public final class MailBox implements AutoCloseable {
    private final Path directory;
    private final InstantSource clock;
    private final GreenMail server;
    private final AtomicLong count = new AtomicLong();

    public MailBox(int port, Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager().setMessageDeliveryHandler((_, recipient) -> writerFor(recipient));
    }

    public void open() throws IOException {
        Files.createDirectories(directory);
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** GreenMail delivers to a user; ours has no mail box in memory and knows only how to be delivered to. */
    private GreenMailUser writerFor(MailAddress recipient) {
        return (GreenMailUser) Proxy.newProxyInstance(
                GreenMailUser.class.getClassLoader(), new Class<?>[] {GreenMailUser.class}, (_, method, arguments) -> {
                    if (method.getName().equals("deliver")) {
                        write(
                                arguments[0] instanceof MovingMessage moving
                                        ? moving.getMessage()
                                        : (MimeMessage) arguments[0],
                                recipient);
                    }
                    return null;
                });
    }

    private void write(MimeMessage message, MailAddress recipient) {
        String name = "%d-%d-%s.eml"
                .formatted(
                        clock.millis(),
                        count.incrementAndGet(),
                        recipient.getEmail().replaceAll("[^A-Za-z0-9@._+-]", "_"));
        try {
            Path written = directory.resolve(name + ".part");
            try (OutputStream file = Files.newOutputStream(written)) {
                message.writeTo(file);
            }
            Files.move(written, directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be written", e);
        }
    }
}
