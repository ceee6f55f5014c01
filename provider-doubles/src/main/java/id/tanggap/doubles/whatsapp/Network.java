package id.tanggap.doubles.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.doubles.http.BadRequest;
import id.tanggap.doubles.http.Request;
import id.tanggap.doubles.whatsapp.Bubble.State;
import id.tanggap.doubles.whatsapp.DoubleConfig.Account;
import id.tanggap.doubles.whatsapp.Ledger.Taken;
import id.tanggap.doubles.whatsapp.Updates.Sending;
import id.tanggap.doubles.whatsapp.Updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The citizens with their phones, and what goes between them and the offices. */
public final class Network implements AutoCloseable {
    private static final int MOST_CITIZENS = 2000;
    private static final Duration TYPING = Duration.ofSeconds(25);

    private final DoubleConfig config;
    private final Trouble trouble;
    private final Ledger ledger;
    private final Consumer<String> changed;
    private final Files files;
    private final Map<String, Citizen> citizens = new LinkedHashMap<>();
    private final Map<String, Webhooks> hooks;
    private long messages;

    /** @param changed is told the id of a citizen on whose phone something changed */
    Network(DoubleConfig config, Trouble trouble, Ledger ledger, Consumer<String> changed) {
        this.config = config;
        this.trouble = trouble;
        this.ledger = ledger;
        this.changed = changed;
        files = new Files(config.time().instant());
        hooks = config.accounts().stream().collect(Collectors.toUnmodifiableMap(Account::number, this::hook));
    }

    private Webhooks hook(Account account) {
        return new Webhooks(account, config, trouble, ledger, update -> heard(account, update));
    }

    public List<Account> accounts() {
        return config.accounts();
    }

    /** Asks the hook of an account as it is asked when an operator enters its address. */
    public boolean shakesHands(String account) {
        return hook(account).shakesHands();
    }

    /** Who has that telephone number, made where nobody has it. */
    public Citizen citizen(String name, String number) {
        return citizen(name, number, false);
    }

    /** Who has that telephone number and lets no business know it. */
    public Citizen hiddenCitizen(String name, String number) {
        return citizen(name, number, true);
    }

    synchronized Citizen citizen(String name, String number, boolean hidden) {
        var id = "ID." + number;
        if (citizens.size() == MOST_CITIZENS && !citizens.containsKey(id)) {
            citizens.remove(citizens.keySet().iterator().next());
        }
        return citizens.computeIfAbsent(id, _ -> new Citizen(id, name, number, hidden));
    }

    synchronized Collection<Citizen> citizens() {
        return List.copyOf(citizens.values());
    }

    synchronized @Nullable Citizen at(String address) {
        return citizens.values().stream()
                .filter(citizen -> citizen.isAt(address))
                .findFirst()
                .orElse(null);
    }

    /** Writes a text; the id of the message comes back, as it does of all that citizens send. */
    public String writes(Citizen citizen, String account, String text) {
        return sends(
                citizen, account, typed("text", Request.JSON.createObjectNode().put("body", text)));
    }

    public String sendsPlace(Citizen citizen, String account, double lat, double lon) {
        return sends(
                citizen,
                account,
                typed(
                        "location",
                        Request.JSON.createObjectNode().put("latitude", lat).put("longitude", lon)));
    }

    public String sendsPhoto(Citizen citizen, String account, byte[] jpeg, String caption) {
        return sends(citizen, account, new Sent("image", "image/jpeg", jpeg, caption, ""));
    }

    public String sendsVoice(Citizen citizen, String account, byte[] ogg) {
        return sends(citizen, account, new Sent("audio", "audio/ogg; codecs=opus", ogg, "", ""));
    }

    /**
     * A file.
     *
     * @param kind {@code image}, {@code audio}, {@code video} or {@code document}
     * @param caption what stands below it; empty for nothing
     * @param name of a document; empty for none
     */
    public record Sent(String kind, String mime, byte[] content, String caption, String name) {}

    /** Sends a file. */
    public String sends(Citizen citizen, String account, Sent what) {
        var file = files.keep(what.mime(), what.content());
        var about = Request.JSON
                .createObjectNode()
                .put("id", file.id())
                .put("mime_type", what.mime())
                .put("sha256", file.digest());
        putIfAny(about, "caption", what.caption());
        putIfAny(about, "filename", what.kind().equals("document") ? what.name() : "");
        if (what.kind().equals("audio")) {
            about.put("voice", true);
        }
        return sends(citizen, account, typed(what.kind(), about));
    }

    private static void putIfAny(ObjectNode into, String field, String text) {
        if (!text.isEmpty()) {
            into.put(field, text);
        }
    }

    /**
     * Presses a button or a row of a list.
     *
     * @param message that holds it
     */
    public String presses(Citizen citizen, String account, String message, String choice) {
        var pressed = bubble(citizen, account, message).reply(choice);
        pressed.putObject("context").put("from", account).put("id", message);
        return sends(citizen, account, pressed);
    }

    private static Bubble bubble(Citizen citizen, String account, String id) {
        return citizen.chat(account).stream()
                .filter(bubble -> bubble.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadRequest("no such message"));
    }

    /**
     * Anything that a message may hold.
     *
     * @param typed its kind as {@code type}, and under that name what it holds
     */
    public String sends(Citizen citizen, String account, ObjectNode typed) {
        var id = nextId();
        var now = now();
        citizen.with(account).add(new Bubble(id, true, now, typed, State.WAITING));
        hook(account).post(Updates.message(citizen, id, now, typed));
        changed.accept(citizen.id());
        return id;
    }

    private static ObjectNode typed(String type, JsonNode content) {
        var typed = Request.JSON.createObjectNode().put("type", type);
        typed.set(type, content);
        return typed;
    }

    /** Looks at the chat: all that came is read. */
    public void reads(Citizen citizen, String account) {
        citizen.with(account).read().forEach(id -> tell(account, Updates.status(sending(id, citizen), "read", now())));
    }

    /** Looks at the chat for longer: what comes is read as it comes. */
    public void opens(Citizen citizen, String account, boolean open) {
        citizen.with(account).open(open);
        if (open) {
            reads(citizen, account);
        }
    }

    /** Has network again, or none. What came meanwhile is delivered. */
    public void off(Citizen citizen, boolean isOff) {
        citizen.off(isOff);
        if (!isOff) {
            accounts()
                    .forEach(account -> citizen.chat(account.number()).stream()
                            .filter(bubble -> !bubble.mine() && bubble.state() == State.SENT)
                            .forEach(bubble -> deliver(account.number(), sending(bubble.id(), citizen), citizen)));
        }
    }

    private Sending sending(String id, Citizen citizen) {
        var reference = ledger.taken().stream()
                .filter(taken -> taken.id().equals(id))
                .map(Taken::reference)
                .findFirst()
                .orElse("");
        return new Sending(id, reference, citizen.isHidden() ? citizen.id() : citizen.number());
    }

    /** Takes a message over that was found good. */
    String take(Account from, JsonNode body) {
        var address = address(body);
        var citizen = at(address);
        if (citizen != null && citizen.with(from.number()).isTooOften(now())) {
            throw new Refusal(Refusal.PAIR_LIMIT, "too many messages to the same user");
        }
        var why = undeliverable(from, body, citizen);
        if (why != null && trouble.isRefusingAtOnce()) {
            throw why;
        }
        return send(from, body, citizen, why);
    }

    private String send(Account from, JsonNode body, @Nullable Citizen citizen, @Nullable Refusal why) {
        var now = now();
        var bubble = new Bubble(nextId(), false, now, body, State.WAITING);
        var sending =
                new Sending(bubble.id(), body.path("biz_opaque_callback_data").asText(), address(body));
        ledger.add(new Taken(
                now,
                bubble.id(),
                sending.reference(),
                from.number(),
                citizen == null ? "" : citizen.id(),
                bubble.type(),
                bubble.text()));
        if (why != null || citizen == null) {
            var reason = why == null ? new Refusal(Refusal.UNDELIVERABLE, "Message undeliverable") : why;
            step(from.number(), () -> tell(from.number(), Updates.failed(sending, reason, now())));
        } else {
            citizen.with(from.number()).add(bubble);
            step(from.number(), () -> send(from.number(), sending, citizen));
        }
        return bubble.id();
    }

    private void send(String account, Sending sending, Citizen citizen) {
        advance(account, sending, citizen, State.SENT);
        step(account, () -> deliver(account, sending, citizen));
    }

    private @Nullable Refusal undeliverable(Account from, JsonNode body, @Nullable Citizen citizen) {
        if (citizen == null || citizen.isDeleted()) {
            return new Refusal(Refusal.UNDELIVERABLE, "Message undeliverable");
        }
        return body.path("type").asText().equals("template")
                        || citizen.with(from.number()).isWithinWindow(now())
                ? null
                : new Refusal(Refusal.WINDOW, "Re-engagement message");
    }

    private void deliver(String account, Sending sending, Citizen citizen) {
        if (citizen.isOff()) {
            return;
        }
        advance(account, sending, citizen, State.DELIVERED);
        if (citizen.with(account).isOpen()) {
            step(account, () -> reads(citizen, account));
        }
    }

    private void advance(String account, Sending sending, Citizen citizen, State to) {
        citizen.with(account).advance(sending.id(), to);
        changed.accept(citizen.id());
        tell(account, Updates.status(sending, to == State.SENT ? "sent" : "delivered", now()));
    }

    private void tell(String account, Update status) {
        var late = trouble.statusesLate();
        if (late.isZero()) {
            hook(account).post(status);
        } else {
            hook(account).postIn(late, () -> hook(account).post(status));
        }
    }

    private void step(String account, Runnable what) {
        hook(account).postIn(config.pace().step(), what);
    }

    /** The office read a message of a citizen. */
    void readByOffice(Account by, String id, boolean typing) {
        whoseChatHolds(by, id).forEach(citizen -> {
            citizen.with(by.number()).advance(id, State.READ);
            citizen.with(by.number()).typing(typing ? now().plus(TYPING) : Instant.MIN);
            changed.accept(citizen.id());
        });
    }

    private void heard(Account by, Update update) {
        whoseChatHolds(by, update.id()).forEach(citizen -> {
            citizen.with(by.number()).advance(update.id(), State.DELIVERED);
            changed.accept(citizen.id());
        });
    }

    private List<Citizen> whoseChatHolds(Account with, String id) {
        return citizens().stream()
                .filter(citizen -> citizen.chat(with.number()).stream()
                        .anyMatch(bubble -> bubble.id().equals(id)))
                .toList();
    }

    Instant now() {
        return config.time().instant();
    }

    Files files() {
        return files;
    }

    private Webhooks hook(String account) {
        var hook = hooks.get(account);
        if (hook == null) {
            throw new BadRequest("no such account");
        }
        return hook;
    }

    private static String address(JsonNode body) {
        return body.has("to")
                ? body.path("to").asText().replace("+", "")
                : body.path("recipient").asText();
    }

    private synchronized String nextId() {
        return "wamid.%s%06d".formatted(Long.toString(now().toEpochMilli(), 36).toUpperCase(Locale.ROOT), ++messages);
    }

    @Override
    public void close() {
        hooks.values().forEach(Webhooks::close);
    }
}
