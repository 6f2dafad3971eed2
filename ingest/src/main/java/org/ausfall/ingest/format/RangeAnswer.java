package org.ausfall.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.ScanRefusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the answer of Prometheus to a range query, {@code {"status":"success","data":{"resultType":"matrix","result":[{"metric":
 * {label: value}, "values": [[seconds, "number"], ...]}, ...]}}}, piece by piece. Keys that are not known are passed over.
 */
final class RangeAnswer {
    private static final int LONGEST_TEXT = 1 << 16;
    private static final int DEEPEST = 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .maxNumberLength(100)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final String file;
    private final Taker taker;
    private final JsonParser json;
    private boolean matrix;

    /** Takes what is read. */
    interface Taker {
        /** A new series begins; its values follow. */
        void series(Map<String, String> labels);

        /** A point of the series, as it is written. */
        void point(String seconds, String value, long line);
    }

    private RangeAnswer(String file, Taker taker, JsonParser json) {
        this.file = file;
        this.taker = taker;
        this.json = json;
    }

    /**
     * Reads an answer in UTF-8.
     *
     * @throws IOException if the file is damaged
     * @throws ScanRefusal if it is no such answer
     */
    static void read(String file, InputStream utf8, Taker taker) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8)) {
            new RangeAnswer(file, taker, json).answer();
        } catch (JacksonIOException damaged) {
            throw damaged.getCause();
        } catch (JacksonException malformed) {
            long line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            throw refused(
                    file, Math.max(0, line), "", Reason.MALFORMED, "not JSON, or cut off: " + firstLine(malformed));
        }
    }

    private static String firstLine(JacksonException malformed) {
        return String.valueOf(malformed.getOriginalMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static ScanRefusal refused(String file, long line, String value, Reason reason, String detail) {
        return new ScanRefusal(Problem.file(Place.of(file, line), value, reason, detail));
    }

    private ScanRefusal refused(String value, String detail) {
        return refused(file, line(), value, Reason.MALFORMED, detail);
    }

    private long line() {
        return Math.max(0, json.currentTokenLocation().getLineNr());
    }

    private void answer() {
        expect(json.nextToken(), JsonToken.START_OBJECT, "an answer of Prometheus begins with {");
        boolean data = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("status") && !text().equals("success")) {
                throw refused(text(), "Prometheus answered that the query failed; ask again");
            }
            if (key.equals("data") && value == JsonToken.START_OBJECT) {
                data();
                data = true;
            } else {
                json.skipChildren();
            }
        }
        if (!data || !matrix) {
            throw refused("", "no result of type matrix; ask /api/v1/query_range, not /api/v1/query");
        }
    }

    private void expect(JsonToken found, JsonToken wanted, String detail) {
        if (found != wanted) {
            throw refused(found == null ? "" : json.getString(), detail);
        }
    }

    private String text() {
        return String.valueOf(json.getString());
    }

    private void data() {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("resultType")) {
                matrix = text().equals("matrix");
                if (!matrix) {
                    throw refused(text(), "the result is of another type than matrix; ask /api/v1/query_range");
                }
            }
            if (key.equals("result") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    expect(json.currentToken(), JsonToken.START_OBJECT, "a series begins with {");
                    series();
                }
            } else {
                json.skipChildren();
            }
        }
    }

    private void series() {
        boolean named = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("metric") && value == JsonToken.START_OBJECT) {
                taker.series(labels());
                named = true;
            } else if (key.equals("values") && value == JsonToken.START_ARRAY) {
                if (!named) {
                    throw refused("values", "the labels of a series must come before its values");
                }
                points();
            } else {
                json.skipChildren();
            }
        }
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            expect(json.currentToken(), JsonToken.VALUE_STRING, "the value of a label is a text");
            labels.put(name, text());
        }
        return labels;
    }

    private void points() {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken(), JsonToken.START_ARRAY, "a point is written [seconds, \"value\"]");
            long line = line();
            json.nextToken();
            String seconds = scalar();
            json.nextToken();
            String value = scalar();
            expect(json.nextToken(), JsonToken.END_ARRAY, "a point has a time and a value, and nothing else");
            taker.point(seconds, value, line);
        }
    }

    private String scalar() {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue()) {
            throw refused("", "a point is written [seconds, \"value\"]");
        }
        return text();
    }
}
