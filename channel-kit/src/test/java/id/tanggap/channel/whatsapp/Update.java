package id.tanggap.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the Cloud API posts, in its own words. */
final class Update {
    static final String FROM_SITI = """
            {"from":"62812000111","id":"wamid.A1","timestamp":"1790000000","type":"text","text":{"body":"Lampu mati"}}""";
    static final String SITI = """
            {"wa_id":"62812000111","user_id":"ID.siti","profile":{"name":"Siti"}}""";
    static final String BUDI = """
            {"wa_id":"62812000222","profile":{"name":"Budi"}}""";

    static String value(List<String> contacts, List<String> messages, List<String> statuses) {
        return """
                {"messaging_product":"whatsapp","metadata":{"display_phone_number":"62271000000","phone_number_id":"PN1"},
                 "contacts":%s,"messages":%s,"statuses":%s}""".formatted(contacts, messages, statuses);
    }

    /** One entry with one change for each value. */
    static byte[] body(String... values) {
        var changes = List.of(values).stream()
                .map("{\"field\":\"messages\",\"value\":%s}"::formatted)
                .toList();
        return bytes("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"WABA1\",\"changes\":%s}]}"
                .formatted(changes));
    }

    static byte[] ofMessage(String message) {
        return body(value(List.of(), List.of(message), List.of()));
    }

    /** @param typed the type with its content, such as {@code "type":"text","text":{…}} */
    static byte[] pieceOf(String typed) {
        return bytes("""
                {"message":{"from":"62812000111","id":"wamid.A1","timestamp":"1790000000",%s},"contact":%s}""".formatted(typed, SITI));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Update() {}
}
