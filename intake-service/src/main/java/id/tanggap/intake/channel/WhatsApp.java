package id.tanggap.intake.channel;

import id.tanggap.channel.Fetched;
import id.tanggap.channel.Hook;
import id.tanggap.channel.whatsapp.WhatsAppClient;
import id.tanggap.channel.whatsapp.WhatsAppHook;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ContactWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The Cloud API of WhatsApp. */
@ApplicationScoped
class WhatsApp implements Provider {
    private final Hook hook = new WhatsAppHook();
    private final WhatsAppClient client;

    WhatsApp(@ConfigProperty(name = "tanggap.channel.whatsapp.api") URI api, InstantSource time) {
        client = new WhatsAppClient(api, time);
    }

    @Override
    public String name() {
        return "whatsapp";
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public ContactWay way() {
        return ContactWay.WHATSAPP;
    }

    @Override
    public Hook hook() {
        return hook;
    }

    @Override
    public Duration window() {
        return Duration.ofHours(24);
    }

    @Override
    public Uni<Fetched> fetch(String number, String token, String media, int most) {
        return Uni.createFrom()
                .completionStage(() -> client.fetch(new WhatsAppClient.Account(number, token), media, most));
    }
}
