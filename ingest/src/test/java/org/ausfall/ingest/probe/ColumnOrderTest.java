package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Columns in any order, with further ones between them, quoted or not, and with any one byte of a row changed. */
class ColumnOrderTest {
    private static final List<String> COLUMNS = List.of("timestamp", "site", "location", "duration_ms", "status");
    private static final Map<String, String> GOOD = Map.of(
            "timestamp",
            "2017-02-28T17:37:12Z",
            "site",
            "shop-1",
            "location",
            "ams",
            "duration_ms",
            "12.345",
            "status",
            "200");
    private static final String ODD_BYTES = "\",\n\r \tx0\u00e4";

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void anyOrderOfColumns_isReadFastAndAsTheStrictReaderReads() {
        for (List<String> order : orders(COLUMNS)) {
            for (int more = 0; more <= 3; more++) {
                List<String> names = with(more, order);
                for (int quoted : List.of(0, -1, random.nextInt())) {
                    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
                    String header = String.join(",", names) + lineEnd;
                    String row = row(names, quoted) + lineEnd;
                    BothReaders readers = new BothReaders(Read.limits());
                    readers.read((header + row + row).getBytes(StandardCharsets.UTF_8));
                    assertThat(readers.counts()).as("%s%s", header, row).isEqualTo(List.of(2L, 0L, 0L, 0L));
                    assertThat(readers.fastRows()).as("%s%s", header, row).isEqualTo(2);
                    checkOddBytes(header, row);
                }
            }
        }
    }

    @Test
    void plainTextInColumnsNotUsed_isReadFast() {
        List<String> notes = List.of(
                "",
                "a",
                "ab",
                "1234567",
                "12345678",
                "\"\"",
                "\"a\"",
                "\"a, b\"",
                "\"1,345\"",
                "\"12, 456\"",
                "a\"",
                "a\"\"");
        for (int round = 0; round < 40; round++) {
            BothReaders readers = new BothReaders(Read.limits());
            String text = changingRows(notes, round % 2 == 0 ? "\n" : "\r\n");
            readers.read(text.getBytes(StandardCharsets.UTF_8));
            assertThat(readers.counts()).as(text).isEqualTo(List.of(30L, 0L, 0L, 0L));
            assertThat(readers.fastRows()).as(text).isEqualTo(30);
        }
    }

    @Test
    void anythingInColumnsNotUsed_isReadAlikeByBothReaders() {
        List<String> notes = List.of(
                "a",
                "\"a\"",
                "\"a\"\"b\"",
                "\"a\nb\"",
                "\"a\r\"",
                "a\r",
                "a\nb",
                "\u0000",
                "\u00e4",
                "\"\u00e4\"",
                "a,",
                "\"a",
                "\"a\"b");
        for (int round = 0; round < 200; round++) {
            String text = changingRows(notes, round % 2 == 0 ? "\n" : "\r\n");
            new BothReaders(Read.limits()).read(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Thirty rows, each of its own site and time, in which the columns that are not used hold the same as above or something else. */
    private String changingRows(List<String> notes, String lineEnd) {
        List<String> names = with(1 + random.nextInt(4), COLUMNS);
        StringBuilder text = new StringBuilder(String.join(",", names)).append(lineEnd);
        for (int i = 0; i < 30; i++) {
            List<String> fields = new ArrayList<>();
            for (String name : names) {
                fields.add(
                        switch (name) {
                            case "site" -> "shop-" + i;
                            case "timestamp" -> "2017-02-28T17:37:" + (10 + i) + "Z";
                            default ->
                                GOOD.getOrDefault(
                                        name, random.nextBoolean() ? "ab" : notes.get(random.nextInt(notes.size())));
                        });
            }
            text.append(String.join(",", fields)).append(lineEnd);
        }
        return text.toString();
    }

    @Test
    void unquotedCommasInALastColumn_makeFieldsTooMany() {
        String row = "2017-02-28T17:37:12Z,ams,12.345,200,";
        Read names = Read.of(
                "timestamp,location,duration_ms,status,site\n" + row + "\"a,b\"\n" + row + "a,b\n" + row + "c,d\n");
        assertThat(names.samples()).hasSize(1);
        assertThat(names.problems())
                .containsExactly(
                        "in.csv:3 wrong_field_count '" + row + "a,b'", "in.csv:4 wrong_field_count '" + row + "c,d'");
        Read notes = Read.of(
                "timestamp,site,duration_ms,status,location,note\n" + row + "fra,\"a,b\"\n" + row + "fra,a,b\n");
        assertThat(notes.samples()).hasSize(1);
        assertThat(notes.problems()).containsExactly("in.csv:3 wrong_field_count '" + row + "fra,a,b'");
    }

    /** Whatever the byte does to the row: the fast reader must not read it otherwise than the strict one. */
    private void checkOddBytes(String header, String row) {
        for (int i = random.nextInt(4); i < row.length(); i += 1 + random.nextInt(4)) {
            char odd = ODD_BYTES.charAt(random.nextInt(ODD_BYTES.length()));
            String text = header + row + row.substring(0, i) + odd + row.substring(i + 1) + row;
            new BothReaders(Read.limits()).read(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<List<String>> orders(List<String> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> orders = new ArrayList<>();
        for (String first : of) {
            List<String> others = of.stream().filter(one -> !one.equals(first)).toList();
            for (List<String> rest : orders(others)) {
                List<String> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    private List<String> with(int more, List<String> order) {
        List<String> names = new ArrayList<>(order);
        for (int i = 0; i < more; i++) {
            names.add(random.nextInt(names.size() + 1), "more-" + i);
        }
        return Collections.unmodifiableList(names);
    }

    private static String row(List<String> names, int quoted) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean quote = (quoted >> i & 1) == 1;
            String value = GOOD.getOrDefault(names.get(i), quote ? "a, b" : "");
            fields.add(quote ? '"' + value + '"' : value);
        }
        return String.join(",", fields);
    }
}
