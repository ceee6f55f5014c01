package id.tanggap.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Received;
import id.tanggap.channel.Received.Chosen;
import id.tanggap.channel.Received.Contact;
import id.tanggap.channel.Received.Content;
import id.tanggap.channel.Received.Media;
import id.tanggap.channel.Received.Message;
import id.tanggap.channel.Received.Other;
import id.tanggap.channel.Received.Place;
import id.tanggap.channel.Received.Report;
import id.tanggap.channel.Received.Text;
import id.tanggap.channel.Unreadable;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one message or status. What the Cloud API promises must be there; what it adds is let pass. */
final class WhatsAppReading {
    static Received message(JsonNode message, JsonNode contact) {
        var type = text(message, "type");
        if (type.equals("reaction") || type.equals("system")) {
            return new Received.Aside(type);
        }
        var address = Sender.of(message, contact).address();
        if (address == null) {
            throw new Unreadable("message without sender");
        }
        return new Message(
                new Contact(address, ifAny(contact.path("profile").path("name"))),
                time(message),
                content(type, message.path(type)),
                ifAny(message.path("context").path("id")));
    }

    private static Content content(String type, JsonNode content) {
        return switch (type) {
            case "text" -> new Text(text(content, "body"));
            case "interactive" -> chosen(content);
            case "button" -> new Chosen(text(content, "payload"));
            case "location" -> place(content);
            case "image" -> media(Media.Kind.IMAGE, content);
            case "document" -> media(Media.Kind.DOCUMENT, content);
            case "audio", "voice" -> media(Media.Kind.VOICE, content);
            case "video" -> media(Media.Kind.VIDEO, content);
            default -> new Other(type);
        };
    }

    private static Content chosen(JsonNode content) {
        return switch (content.path("type").asText()) {
            case "button_reply" -> new Chosen(text(content.path("button_reply"), "id"));
            case "list_reply" -> new Chosen(text(content.path("list_reply"), "id"));
            default -> new Other("interactive");
        };
    }

    private static Place place(JsonNode content) {
        var label = Stream.of(content.path("name"), content.path("address"))
                .map(WhatsAppReading::ifAny)
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return new Place(
                degrees(content, "latitude", 90), degrees(content, "longitude", 180), label.isEmpty() ? null : label);
    }

    private static double degrees(JsonNode content, String field, int most) {
        var degrees = content.path(field).asDouble(Double.NaN);
        if (!(Math.abs(degrees) <= most)) {
            throw new Unreadable("location." + field);
        }
        return degrees;
    }

    private static Media media(Media.Kind kind, JsonNode content) {
        var id = text(content, "id");
        if (!Given.isMediaId(id)) {
            throw new Unreadable("media id");
        }
        return new Media(kind, id, ifAny(content.path("caption")), ifAny(content.path("filename")));
    }

    static Received report(JsonNode status) {
        var said = text(status, "status");
        var outcome = outcome(said, status.path("errors").path(0).path("code"));
        return outcome == null
                ? new Received.Aside("status " + said)
                : new Report(
                        reference(status.path("biz_opaque_callback_data").asText()),
                        text(status, "id"),
                        time(status),
                        outcome);
    }

    private static @Nullable Outcome outcome(String said, JsonNode code) {
        return switch (said) {
            case "sent" -> new Outcome.Sent();
            case "delivered" -> new Outcome.Delivered();
            case "read", "played" -> new Outcome.Read();
            case "failed" -> failed(code);
            default -> null;
        };
    }

    /** Code 0 is one of theirs: none at all is no trouble of our account. */
    private static Outcome failed(JsonNode code) {
        return code.isIntegralNumber()
                ? new Outcome.Failed(WhatsAppFaults.of(code.asInt()), WhatsAppFaults.cause(code.asInt()))
                : new Outcome.Failed(Fault.TRANSIENT, "WA without code");
    }

    private static @Nullable UUID reference(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static Instant time(JsonNode of) {
        var time = Given.time(of);
        if (time == null) {
            throw new Unreadable("timestamp");
        }
        return time;
    }

    private static String text(JsonNode of, String field) {
        var text = Given.text(of.path(field));
        if (text.isEmpty()) {
            throw new Unreadable(field);
        }
        return text;
    }

    private static @Nullable String ifAny(JsonNode given) {
        var text = Given.text(given);
        return text.isBlank() ? null : text;
    }

    private WhatsAppReading() {}
}
