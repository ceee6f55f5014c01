package id.tanggap.story.service;

import id.tanggap.contracts.wire.Topics;
import id.tanggap.governments.Governments;
import id.tanggap.messaging.inbox.Once;
import id.tanggap.messaging.inbox.ReceivedEvent;
import id.tanggap.reporting.facts.known.ComplaintFacts;
import id.tanggap.story.log.Log;
import id.tanggap.story.log.Node;
import id.tanggap.story.log.Told;
import id.tanggap.story.service.Planted.Reader;
import java.util.List;
import java.util.stream.Stream;

/** Reporting: the facts that the recap counts. */
public final class Recap {
    private final Planted planted;
    private final Node node;
    private ComplaintFacts facts;

    public Recap(Governments governments, Log log, Planted planted) {
        this.planted = planted;
        this.facts = ComplaintFacts.unheard(governments);
        this.node = new Node(
                log,
                planted.fault(),
                Once.BY_ID,
                List.of(Topics.INTAKE, Topics.ROUTING, Topics.RESPONSE),
                planted.heard(Stream::of, Reader.RECAP),
                this::hear);
    }

    private List<Told> hear(List<ReceivedEvent> events) {
        for (var event : events) {
            facts = facts.hear(planted.counted(event.event()), event.envelope());
        }
        return List.of();
    }

    public ComplaintFacts facts() {
        return facts;
    }

    public Node node() {
        return node;
    }
}
