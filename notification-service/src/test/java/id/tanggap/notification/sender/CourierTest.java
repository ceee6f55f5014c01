package id.tanggap.notification.sender;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Outcome.Failed;
import id.tanggap.channel.Outcome.Sent;
import id.tanggap.channel.Outcome.Unknown;
import id.tanggap.contracts.event.NotificationEvent.MessageKind;
import id.tanggap.contracts.vocabulary.ContactWay;
import id.tanggap.notification.Surroundings;
import id.tanggap.notification.World;
import id.tanggap.notification.sender.Attempt.Erased;
import id.tanggap.notification.sender.Attempt.Hindered;
import id.tanggap.notification.sender.Attempt.Made;
import id.tanggap.notification.sender.Attempt.NoHandle;
import id.tanggap.notification.sender.Message.About;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** From the vault's answer to a provider that keeps what it gets and says what the test wants. */
@QuarkusTest
@WithTestResource(Surroundings.class)
class CourierTest {
    private static final String HANDLES = """
            {"number":"SKA-4F7K-92XM","handles":[
                {"way":"PIGEON","account":"menara","address":"Kotak 7"},
                {"way":"TELEGRAM","account":"bot-ska","address":" "},
                {"way":"TELEGRAM","account":"bot-ska","address":"4711"},
                {"way":"TELEGRAM","account":"bot-lain","address":"4712"},
                {"way":"EMAIL","account":null,"address":"warga@contoh.id"}],
             "email":"lama@contoh.id"}
            """;
    private final World world = World.here();
    private final Message message = new Message(
            UUID.randomUUID(),
            new About(UUID.randomUUID(), "SKA-4F7K-92XM", "surakarta"),
            MessageKind.RECEIVED,
            null,
            null);
    private final List<Handle> reached = new ArrayList<>();

    @Inject
    @RestClient
    Vault vault;

    @Inject
    @RestClient
    Replies replies;

    @Inject
    Rooms rooms;

    @Inject
    Lines lines;

    @Inject
    InstantSource time;

    @Test
    void takesTheFirstHandleOfItsWay() {
        vaultAnswers(HANDLES);

        assertThat(bring(provider(ContactWay.TELEGRAM, true, sent()))).isEqualTo(new Made(new Sent()));
        assertThat(bring(provider(ContactWay.EMAIL, true, sent()))).isEqualTo(new Made(new Sent()));

        assertThat(reached)
                .containsExactly(
                        new Handle(ContactWay.TELEGRAM, "bot-ska", "4711"),
                        new Handle(ContactWay.EMAIL, null, "warga@contoh.id"));
        assertThat(reached.toString()).doesNotContain("warga", "4711", "bot-ska");
    }

    @Test
    void readsWhatTheVaultOfTheVersionBeforeAnswers() {
        vaultAnswers("{\"number\":\"SKA-4F7K-92XM\",\"email\":\"warga@contoh.id\",\"phone\":\"0812\"}");

        bring(provider(ContactWay.EMAIL, true, sent()));
        bring(provider(ContactWay.PHONE, true, sent()));

        assertThat(reached)
                .containsExactly(
                        new Handle(ContactWay.EMAIL, null, "warga@contoh.id"),
                        new Handle(ContactWay.PHONE, null, "0812"));
    }

    @Test
    void asksNoSenderWithoutAHandle() {
        vaultAnswers("{\"number\":\"SKA-4F7K-92XM\",\"handles\":[],\"email\":\"lama@contoh.id\"}");
        assertThat(bring(provider(ContactWay.EMAIL, true, sent()))).isEqualTo(new NoHandle());

        world.vaultAnswers(message.about().complaintId(), aResponse().withStatus(410));
        assertThat(bring(provider(ContactWay.EMAIL, true, sent()))).isEqualTo(new Erased());

        world.vaultAnswers(message.about().complaintId(), aResponse().withStatus(503));
        assertThat(bring(provider(ContactWay.EMAIL, true, sent()))).isEqualTo(new Hindered("HTTP 503"));

        assertThat(reached).isEmpty();
    }

    @Test
    void doesNotKnowWhatCameOfABrokenLine() {
        vaultAnswers(HANDLES);
        var broken = Uni.createFrom().<Outcome>failure(new IOException("warga@contoh.id"));

        assertThat(bring(provider(ContactWay.TELEGRAM, false, broken))).isEqualTo(new Made(new Unknown("IOException")));
    }

    @Test
    void takesABrokenLineForAFaultThatPassesWhereItMayRepeat() {
        vaultAnswers(HANDLES);
        var broken = Uni.createFrom().<Outcome>failure(new IOException("warga@contoh.id"));

        assertThat(bring(provider(ContactWay.TELEGRAM, true, broken)))
                .isEqualTo(new Made(new Failed(Fault.TRANSIENT, "IOException")));
    }

    @Test
    void doesNotRepeatAnAttemptThatNobodyHeardOfAgain() {
        var provider = provider(ContactWay.TELEGRAM, false, sent());

        var attempt = new Courier(vault, replies, rooms, lines, time, List.of(provider))
                .bring(message, ContactWay.TELEGRAM, true)
                .await()
                .indefinitely();

        assertThat(attempt).isEqualTo(new Made(new Unknown("lease ended")));
        world.intake.verify(
                0, getRequestedFor(urlPathEqualTo(World.contact(message.about().complaintId()))));
    }

    private void vaultAnswers(String contact) {
        world.vaultAnswers(message.about().complaintId(), okJson(contact));
    }

    private Attempt bring(Sender provider) {
        return new Courier(vault, replies, rooms, lines, time, List.of(provider))
                .bring(message, provider.way(), false)
                .await()
                .indefinitely();
    }

    private static Uni<Outcome> sent() {
        return Uni.createFrom().item(new Sent());
    }

    private Sender provider(ContactWay way, boolean mayRepeat, Uni<Outcome> says) {
        return new Sender() {
            @Override
            public ContactWay way() {
                return way;
            }

            @Override
            public boolean mayRepeat() {
                return mayRepeat;
            }

            @Override
            public Uni<Outcome> send(Message told, Handle to) {
                reached.add(to);
                return says;
            }
        };
    }
}
