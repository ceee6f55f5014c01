package id.tanggap.story.service;

import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.wire.Topics;
import id.tanggap.messaging.inbox.Once;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.notification.delivery.Notice;
import id.tanggap.notification.delivery.PlannedDelivery.Known;
import id.tanggap.story.log.Log;
import id.tanggap.story.log.Node;
import id.tanggap.story.log.Told;
import id.tanggap.story.service.Planted.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notification: what the citizen gets messages about. Its ledger knows them by what they tell. */
public final class Mail {
    private final Node node;
    private final Set<Known> planned = new HashSet<>();

    public Mail(Log log, Planted planted) {
        this.node = new Node(
                log,
                planted.fault(),
                Once.BY_EFFECT,
                List.of(Topics.INTAKE, Topics.ROUTING, Topics.RESPONSE),
                planted.heard(received -> Notice.INTEREST.heardIn(planted.mailed(received)), Reader.MAIL),
                this::hear);
    }

    private List<Told> hear(List<ReceivedEvent> events) {
        events.forEach(event -> planned.add(Notice.of(event).known()));
        return List.of();
    }

    /** How many such messages the citizen gets. */
    public long count(MessageKind kind) {
        return planned.stream().filter(known -> known.message() == kind).count();
    }

    public Node node() {
        return node;
    }
}
