package id.tanggap.intake.channel;

import static java.util.stream.Collectors.toUnmodifiableMap;

import id.tanggap.governments.Government;
import id.tanggap.governments.Governments;
import id.tanggap.governments.speech.ChannelAccount;
import id.tanggap.intake.channel.Account.Secrets;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** The accounts of all governments for which an operator set the secrets; the others stay closed. */
@ApplicationScoped
public class Accounts {
    private final Map<String, Account> byId;

    Accounts(Governments governments, @All List<Provider> providers, Config config) {
        var byName = providers.stream().collect(toUnmodifiableMap(Provider::name, Function.identity()));
        byId = governments.all().stream()
                .flatMap(government -> open(government, byName, config))
                .collect(toUnmodifiableMap(Account::id, Function.identity()));
    }

    private static Stream<Account> open(Government government, Map<String, Provider> providers, Config config) {
        return government.channelAccounts().stream()
                .flatMap(account -> Optional.ofNullable(providers.get(account.provider()))
                        .flatMap(provider -> secrets(account, config)
                                .map(secrets ->
                                        new Account(account.id(), provider, government, account.number(), secrets)))
                        .stream());
    }

    private static Optional<Secrets> secrets(ChannelAccount account, Config config) {
        var verify = secret(account, "verify", config);
        var signing = secret(account, "signing", config);
        var token = secret(account, "token", config);
        return verify == null || signing == null || token == null
                ? Optional.empty()
                : Optional.of(new Secrets(verify, signing, token));
    }

    private static @Nullable String secret(ChannelAccount account, String what, Config config) {
        return config.getOptionalValue("tanggap.channel." + account.secrets() + "." + what, String.class)
                .filter(secret -> !secret.isBlank())
                .orElse(null);
    }

    /** Null when there is no such account, or it is not open. */
    public @Nullable Account find(String id) {
        return byId.get(id);
    }

    /** The one that the provider names, if it is of the same provider and open; else the one whose hook was called. */
    Account receiving(Account called, @Nullable String number) {
        return byId.values().stream()
                .filter(account -> account.provider()
                                .name()
                                .equals(called.provider().name())
                        && account.number().equals(number)
                        && account.secrets().signing().equals(called.secrets().signing()))
                .findFirst()
                .orElse(called);
    }
}
