package id.tanggap.response;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nests here is one flat object on the wire, in the order in which it is published. */
class FlatRecordsTest {
    private static final Path PUBLISHED = Path.of("../contracts/src/main/resources/contracts/openapi/response.json");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "casefile.CaseFile",
                "casefile.CaseFile$DraftView",
                "casefile.CaseFile$DispositionView",
                "queue.CaseRow",
                "queue.Me",
                "template.Templates$Template"
            })
    void areWrittenAsTheyArePublished(String name) throws IOException, ClassNotFoundException {
        var type = Class.forName("id.tanggap.response." + name);
        var schema = JSON.readTree(Files.readString(PUBLISHED)).at("/components/schemas/" + type.getSimpleName());

        assertThat(written(type))
                .containsExactlyElementsOf(() -> schema.path("properties").fieldNames());
    }

    private static List<String> written(Class<?> type) throws IOException {
        var names = new ArrayList<String>();
        JSON.acceptJsonFormatVisitor(type, new JsonFormatVisitorWrapper.Base() {
            @Override
            public JsonObjectFormatVisitor expectObjectFormat(JavaType of) {
                return new JsonObjectFormatVisitor.Base(getProvider()) {
                    @Override
                    public void property(BeanProperty property) {
                        names.add(property.getName());
                    }

                    @Override
                    public void optionalProperty(BeanProperty property) {
                        names.add(property.getName());
                    }
                };
            }
        });
        return names;
    }
}
