package id.tanggap.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tanggap.channel.Fault;
import id.tanggap.channel.Outcome;
import id.tanggap.channel.Received;
import id.tanggap.channel.Received.Chosen;
import id.tanggap.channel.Received.Content;
import id.tanggap.channel.Received.Media;
import id.tanggap.channel.Received.Media.Kind;
import id.tanggap.channel.Received.Message;
import id.tanggap.channel.Received.Other;
import id.tanggap.channel.Received.Place;
import id.tanggap.channel.Received.Report;
import id.tanggap.channel.Received.Text;
import id.tanggap.channel.Unreadable;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a piece says. */
class ReadTest {
    private static final UUID REFERENCE = UUID.fromString("0199c0de-0000-7000-8000-000000000001");

    private final WhatsAppHook hook = new WhatsAppHook();

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("'type':'text','text':{'body':'Lampu mati'}", new Text("Lampu mati")),
                Arguments.of("'type':'text','text':{'body':'a\\u0000b\\ud800c \\ud83d\\ude00'}", new Text("abc 😀")),
                Arguments.of(
                        "'type':'interactive','interactive':{'type':'button_reply','button_reply':{'id':'yes','title':'Ya'}}",
                        new Chosen("yes")),
                Arguments.of(
                        "'type':'interactive','interactive':{'type':'list_reply','list_reply':{'id':'row','title':'R'}}",
                        new Chosen("row")),
                Arguments.of("'type':'button','button':{'payload':'stop','text':'Berhenti'}", new Chosen("stop")),
                Arguments.of(
                        "'type':'interactive','interactive':{'type':'nfm_reply','nfm_reply':{}}",
                        new Other("interactive")),
                Arguments.of(
                        "'type':'location','location':{'latitude':-7.56,'longitude':110.82}",
                        new Place(-7.56, 110.82, null)),
                Arguments.of(
                        "'type':'location','location':{'latitude':'-7.56','longitude':110,'name':'Pasar','address':'Jl. 1'}",
                        new Place(-7.56, 110, "Pasar, Jl. 1")),
                Arguments.of(
                        "'type':'image','image':{'id':'123','mime_type':'image/jpeg','caption':'Ini'}",
                        new Media(Kind.IMAGE, "123", "Ini", null)),
                Arguments.of(
                        "'type':'document','document':{'id':'1_a-B','filename':'surat.pdf','caption':' '}",
                        new Media(Kind.DOCUMENT, "1_a-B", null, "surat.pdf")),
                Arguments.of("'type':'audio','audio':{'id':'1','voice':true}", new Media(Kind.VOICE, "1", null, null)),
                Arguments.of("'type':'voice','voice':{'id':'1'}", new Media(Kind.VOICE, "1", null, null)),
                Arguments.of("'type':'video','video':{'id':'1'}", new Media(Kind.VIDEO, "1", null, null)),
                Arguments.of("'type':'sticker','sticker':{'id':'1'}", new Other("sticker")),
                Arguments.of("'type':'contacts','contacts':[{}]", new Other("contacts")),
                Arguments.of("'type':'order','order':{}", new Other("order")),
                Arguments.of("'type':'unsupported','errors':[{'code':131051}]", new Other("unsupported")),
                Arguments.of("'type':'invented next year'", new Other("invented next year")));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void readsWhatACitizenSends(String typed, Content content) {
        var message = (Message) read(typed);

        assertThat(message.content()).isEqualTo(content);
        assertThat(message.at()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
        assertThat(message.from().address()).isEqualTo("62812000111");
        assertThat(message.from().name()).isEqualTo("Siti");
        assertThat(message.answersTo()).isNull();
    }

    @Test
    void readsWhatIsAnswered() {
        var message = (Message) read("'type':'text','text':{'body':'Ya'},'context':{'from':'PN','id':'wamid.OURS'}");

        assertThat(message.answersTo()).isEqualTo("wamid.OURS");
    }

    @Test
    void showsNothingOfACitizen() {
        assertThat(read("'type':'text','text':{'body':'Lampu mati'}").toString())
                .doesNotContain("Lampu", "Siti", "62812000111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reaction", "system"})
    void putsAsideWhatIsNoMessage(String type) {
        assertThat(read("'type':'%s','%s':{}".formatted(type, type))).isEqualTo(new Received.Aside(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'no':'type'",
                "'type':''",
                "'type':{}",
                "'type':'text'",
                "'type':'text','text':'body'",
                "'type':'text','text':{'body':''}",
                "'type':'text','text':{'body':'\\u0000'}",
                "'type':'interactive','interactive':{'type':'button_reply','button_reply':{}}",
                "'type':'button','button':{'text':'Ya'}",
                "'type':'location','location':{'latitude':-7.56}",
                "'type':'location','location':{'latitude':90.1,'longitude':0}",
                "'type':'location','location':{'latitude':0,'longitude':-180.1}",
                "'type':'location','location':{'latitude':'NaN','longitude':0}",
                "'type':'location','location':{'latitude':1e999,'longitude':0}",
                "'type':'location','location':{'latitude':null,'longitude':0}",
                "'type':'location','location':{'latitude':'','longitude':0}",
                "'type':'image','image':{}",
                "'type':'image','image':{'id':'../../etc/passwd'}",
                "'type':'image','image':{'id':'..'}",
                "'type':'image','image':{'id':'1/2'}",
                "'type':'image','image':{'id':'1?a=b'}",
                "'type':'image','image':{'id':'1%2e'}",
                "'type':'image','image':{'id':'1\\n'}",
                "'type':'document','document':{'id':'http://evil.example'}",
                "'type':'audio','audio':{'id':'\\u0661'}",
                "'type':'text','text':{'body':'x'},'timestamp':''",
                "'type':'text','text':{'body':'x'},'timestamp':'-1'",
                "'type':'text','text':{'body':'x'},'timestamp':'1790000000000'",
            })
    void saysWhereAPieceIsUnreadableAndQuotesNothing(String typed) {
        assertThatThrownBy(() -> read(typed))
                .isInstanceOf(Unreadable.class)
                .message()
                .matches("[a-z. ]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{}",
                "null",
                "{\"message\":7}",
                "{\"message\":{\"type\":\"text\",\"text\":{\"body\":\"x\"},\"timestamp\":\"1790000000\"}}",
                "{\"status\":7}"
            })
    void readsNoPieceThatIsNone(String piece) {
        assertThatThrownBy(() -> hook.read(Update.bytes(piece))).isInstanceOf(Unreadable.class);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of("sent", new Outcome.Sent()),
                Arguments.of("delivered", new Outcome.Delivered()),
                Arguments.of("read", new Outcome.Read()),
                Arguments.of("played", new Outcome.Read()),
                Arguments.of("failed", new Outcome.Failed(Fault.TRANSIENT, "WA without code")));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void readsAReport(String status, Outcome outcome) {
        assertThat(report(status, ",'biz_opaque_callback_data':'" + REFERENCE + "'"))
                .isEqualTo(new Report(REFERENCE, "wamid.OUT", Instant.ofEpochSecond(1_790_000_000), outcome));
    }

    @Test
    void readsAReportOnAMessageThatIsNotOurs() {
        assertThat(report("sent", "")).extracting("reference").isNull();
        assertThat(report("sent", ",'biz_opaque_callback_data':'campaign 7'"))
                .extracting("reference")
                .isNull();
    }

    @Test
    void putsAnUnknownStatusAside() {
        assertThat(report("pending", "")).isEqualTo(new Received.Aside("status pending"));
    }

    @ParameterizedTest
    @CsvSource({
        "131047, WINDOW_CLOSED",
        "131026, RECIPIENT",
        "131049, QUALITY",
        "190, CONFIG",
        "0, CONFIG",
        "999999, TRANSIENT"
    })
    void readsWhyAMessageFailed(int code, Fault fault) {
        assertThat(report("failed", ",'errors':[{'code':%d,'title':'x','message':'62812000111'}]".formatted(code)))
                .extracting("outcome")
                .isEqualTo(new Outcome.Failed(fault, "WA " + code));
    }

    private Received read(String typed) {
        return hook.read(Update.pieceOf(typed.replace('\'', '"')));
    }

    private Received report(String status, String more) {
        return hook.read(Update.bytes("{'status':{'id':'wamid.OUT','status':'%s','timestamp':'1790000000'%s}}"
                .formatted(status, more)
                .replace('\'', '"')));
    }
}
