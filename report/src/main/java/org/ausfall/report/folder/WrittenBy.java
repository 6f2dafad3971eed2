package org.ausfall.report.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The mark by which this product knows its own folders: the key {@code written_by} in {@code run.json}. */
public final class WrittenBy {
    /** The file that carries the mark. */
    public static final String FILE = "run.json";

    /** The key of the mark. */
    public static final String KEY = "written_by";

    /** The mark. */
    public static final String AUSFALL = "ausfall";

    private WrittenBy() {}

    /** Whether the folder carries the mark; a file that is not JSON does not. */
    static boolean ausfall(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(file);
                JsonParser json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), bytes)) {
            return json.nextToken() == JsonToken.START_OBJECT && marked(json);
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean marked(JsonParser json) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean mark = json.currentName().equals(KEY);
            JsonToken value = json.nextToken();
            if (mark) {
                return value == JsonToken.VALUE_STRING && json.getString().equals(AUSFALL);
            }
            json.skipChildren();
        }
        return false;
    }
}
