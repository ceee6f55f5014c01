package id.tanggap.doubles.whatsapp;

import id.tanggap.doubles.http.Listening;
import id.tanggap.doubles.http.Live;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** The Cloud API and the phones behind it, on two ports of this machine: one can be away while the other is there. */
public final class WhatsAppDouble implements AutoCloseable {
    /** The variable of the environment that says how it is set up. */
    public static final String SETTINGS = "TANGGAP_DOUBLE_WHATSAPP";

    private static final String VERSION = "v25.0";

    private final Trouble trouble = new Trouble(this::follow);
    private final Ledger ledger = new Ledger();
    private final Live live = new Live();
    private final Network network;
    private final Listening api;
    private final Listening page;

    private WhatsAppDouble(DoubleConfig config) throws IOException {
        network = new Network(config, trouble, ledger, live::tell);
        var cloud = new CloudApi(config, network, trouble, ledger);
        var control = new Control(network, trouble, ledger, live);
        api = new Listening(config.apiPort(), cloud::serve);
        page = new Listening(config.pagePort(), control::serve);
    }

    /** In a process of its own, as {@value #SETTINGS} says; what it holds are secrets, which no command line shows. */
    public static void main(String[] arguments) throws IOException {
        var settings = System.getenv(SETTINGS);
        if (settings == null) {
            throw new IllegalStateException(SETTINGS + " is missing");
        }
        start(DoubleConfig.read(settings));
    }

    public static WhatsAppDouble start(DoubleConfig config) throws IOException {
        return new WhatsAppDouble(config);
    }

    /** What a client is set to. */
    public URI api() {
        return URI.create("http://localhost:" + api.port() + "/" + VERSION);
    }

    /** What people open. */
    public URI page() {
        return URI.create("http://localhost:" + page.port() + "/");
    }

    public Network network() {
        return network;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Goes wrong as it is told to, from now on. */
    public Trouble trouble() {
        return trouble;
    }

    private void follow(Trouble.Outage outage) {
        try {
            if (outage == Trouble.Outage.REFUSED) {
                api.hangUp();
            } else {
                api.pickUp();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        api.close();
        page.close();
        network.close();
    }
}
