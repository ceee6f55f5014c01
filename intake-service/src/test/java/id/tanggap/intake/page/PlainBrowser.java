package id.tanggap.intake.page;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A browser without scripts: it keeps cookies, follows redirects and sends forms as they stand on the page. */
public final class PlainBrowser {
    private final URI service = URI.create(
            "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class));
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NORMAL)
            .build();
    private Document page = Document.createShell("");
    private int status;

    public PlainBrowser open(String path) {
        return show(HttpRequest.newBuilder(service.resolve(path)).GET());
    }

    /** As the button Reload does on a page that was read. */
    public PlainBrowser reload() {
        return open(requireNonNull(URI.create(page.location()).getRawPath()));
    }

    /**
     * Presses a button of the page.
     *
     * @param typed what is written into fields of its form, by their names, before
     */
    public PlainBrowser press(String button, Map<String, String> typed) {
        return press(button, typed, List.of());
    }

    /** @param chosen files, in the form's one input for them */
    public PlainBrowser press(String button, Map<String, String> typed, List<Chosen> chosen) {
        var form = (FormElement) requireNonNull(element(button).closest("form"));
        var fields = new LinkedHashMap<String, String>();
        form.formData().stream()
                .filter(field -> !field.key().equals("file"))
                .forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(typed);
        var pressed = element(button);
        if (pressed.hasAttr("name")) {
            fields.put(pressed.attr("name"), pressed.attr("value"));
        }
        return form.attr("enctype").equals("multipart/form-data")
                ? show(multipart(form.attr("action"), fields, chosen))
                : post(form.attr("action"), fields);
    }

    /** A file of the device. */
    public record Chosen(String name, byte[] content) {}

    private HttpRequest.Builder multipart(String path, Map<String, String> fields, List<Chosen> chosen) {
        var boundary = "seam-of-a-form";
        var body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(boundary, name, value))
                        .getBytes(StandardCharsets.UTF_8)));
        (chosen.isEmpty() ? List.of(new Chosen("", new byte[0])) : chosen).forEach(file -> {
            body.writeBytes(
                    ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                                    .formatted(boundary, file.name()))
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }

    public PlainBrowser press(String button) {
        return press(button, Map.of());
    }

    /** A form that no page of ours may have given. */
    public PlainBrowser post(String path, Map<String, String> fields) {
        return show(request(path, fields));
    }

    private HttpRequest.Builder request(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** Sends a form and stays where it is; several may do so at once. */
    public int answerTo(String path, Map<String, String> fields) {
        return answer(request(path, fields).header("Accept", "text/html").build())
                .statusCode();
    }

    public int all(String selector) {
        return page.select(selector).size();
    }

    /** What an image of the page shows: how the service calls its kind. */
    public String kindOf(String image) {
        return answer(HttpRequest.newBuilder(service.resolve(element(image).attr("src")))
                        .GET()
                        .build())
                .headers()
                .firstValue("Content-Type")
                .orElse("");
    }

    public int status() {
        return status;
    }

    /** Where the browser is, without the host. */
    public String path() {
        return URI.create(page.location()).getPath();
    }

    public Element element(String selector) {
        return requireNonNull(page.selectFirst(selector), () -> "No " + selector + " on " + page.location());
    }

    public boolean has(String selector) {
        return page.selectFirst(selector) != null;
    }

    public String text(String selector) {
        return element(selector).text();
    }

    /** What each of these says. */
    public List<String> texts(String selector) {
        return page.select(selector).eachText();
    }

    public String html() {
        return page.outerHtml();
    }

    private PlainBrowser show(HttpRequest.Builder request) {
        var answer = answer(request.header("Accept", "text/html").build());
        status = answer.statusCode();
        page = Jsoup.parse(answer.body(), answer.uri().toString());
        return this;
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
