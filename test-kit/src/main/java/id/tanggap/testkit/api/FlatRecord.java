package id.tanggap.testkit.api;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A record that nests in Java and is one flat object on the wire.
 *
 * @param service that publishes it, as {@link ApiDocument} names it
 */
public record FlatRecord(String service, Class<?> type) {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    /** The names of its properties, in the order in which callers know them. */
    public List<String> published() throws IOException {
        return JSON.readTree(Files.readString(ApiDocument.COPIES.resolve(service + ".json")))
                .at("/components/schemas/" + type.getSimpleName() + "/properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** In the order in which they are written. */
    public List<String> written() throws IOException {
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
