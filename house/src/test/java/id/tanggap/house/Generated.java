package id.tanggap.house;

import static org.assertj.core.api.Assertions.assertThat;

/** A page, or the marked part of one, that the build writes: compared in every build, written when it is asked to. */
public final class Generated {

    /** Writes all pages; the one switch. */
    public static final String COMMAND = "./mvnw -pl contracts,house test -Ddocs.write=true";

    private Generated() {}

    /** Whether this build writes instead of refusing. */
    public static boolean isAskedFor() {
        return Boolean.getBoolean("docs.write");
    }

    /** Refuses a page that is not what the build would write. */
    public static void check(String path, String text) {
        if (isAskedFor()) {
            Checkout.write(path, text);
        }
        assertThat(Checkout.read(path))
                .as("%s is not what the build says. Write it anew with: %s", path, COMMAND)
                .isEqualTo(text);
    }

    /** The same for what stands between {@code <!-- name -->} and {@code <!-- /name -->} of a page. */
    public static void checkPart(String path, String name, String part) {
        check(path, replaced(Checkout.read(path), name, part));
    }

    static String replaced(String page, String name, String part) {
        int from = after(page, "<!-- " + name + " -->\n");
        int to = page.indexOf("<!-- /" + name + " -->");
        return page.substring(0, from) + part + page.substring(to);
    }

    private static int after(String page, String mark) {
        assertThat(page).contains(mark);
        return page.indexOf(mark) + mark.length();
    }
}
