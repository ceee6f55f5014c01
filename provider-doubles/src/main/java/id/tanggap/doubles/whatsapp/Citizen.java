package id.tanggap.doubles.whatsapp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody with a phone. */
public final class Citizen {
    private final String id;
    private final String name;
    private final String number;
    private final boolean hidden;
    private final Map<String, Chat> chats = new ConcurrentHashMap<>();
    private volatile boolean off;
    private volatile boolean deleted;

    /**
     * @param id by which one business knows the citizen
     * @param number the telephone number, in digits
     * @param hidden whether businesses are not told the number
     */
    Citizen(String id, String name, String number, boolean hidden) {
        this.id = id;
        this.name = name;
        this.number = number;
        this.hidden = hidden;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String number() {
        return number;
    }

    public boolean isHidden() {
        return hidden;
    }

    /** All that stands in the chat with an office's number, oldest first. */
    public List<Bubble> chat(String account) {
        return with(account).bubbles();
    }

    /** Without network: what comes is sent, and not delivered before it is on again. */
    public void off(boolean isOff) {
        off = isOff;
    }

    boolean isOff() {
        return off;
    }

    /** Has no account any more. */
    public void delete(boolean isDeleted) {
        deleted = isDeleted;
    }

    boolean isDeleted() {
        return deleted;
    }

    boolean isAt(String address) {
        return address.equals(id) || (!hidden && address.equals(number));
    }

    Chat with(String account) {
        return chats.computeIfAbsent(account, _ -> new Chat());
    }
}
