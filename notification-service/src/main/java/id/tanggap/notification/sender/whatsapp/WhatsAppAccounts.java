package id.tanggap.notification.sender.whatsapp;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import id.tanggap.channel.whatsapp.WhatsAppClient;
import id.tanggap.governments.Governments;
import id.tanggap.governments.speech.ChannelAccount;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The numbers of the governments, each with its token where the operator set one. */
@Singleton
class WhatsAppAccounts {
    private static final String PROVIDER = "whatsapp";

    private final Map<String, ChannelAccount> byId;
    private final Config config;

    WhatsAppAccounts(Governments governments, Config config) {
        this.config = config;
        this.byId = governments.all().stream()
                .flatMap(government -> government.channelAccounts().stream())
                .filter(account -> account.provider().equals(PROVIDER))
                .collect(toUnmodifiableMap(ChannelAccount::id, identity()));
    }

    /** Whether there is one to send from. */
    boolean any() {
        return byId.values().stream().anyMatch(account -> sender(account) != null);
    }

    /** Null when no government has it any more. */
    @Nullable
    ChannelAccount find(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /** Null as long as it has no token. */
    WhatsAppClient.@Nullable Account sender(ChannelAccount account) {
        return config.getOptionalValue("tanggap.channel." + account.secrets() + ".token", String.class)
                .map(token -> new WhatsAppClient.Account(account.number(), token))
                .orElse(null);
    }
}
