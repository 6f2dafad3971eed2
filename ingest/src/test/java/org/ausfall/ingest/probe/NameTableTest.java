package org.ausfall.ingest.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTableTest {
    private final NameTable table = new NameTable();

    @Test
    void namesThatBeginAlike_areToldApartAtAllLengths() {
        List<String> names = new ArrayList<>();
        for (int length = 1; length <= NameTable.LONGEST; length++) {
            names.add("a".repeat(length));
            names.add("b" + "a".repeat(length - 1));
            names.add("a".repeat(length - 1) + "c");
            names.add("a".repeat(length / 3) + "d" + "a".repeat(length - 1 - length / 3));
        }
        assertAllFound(names.stream().distinct().toList());
    }

    @Test
    void longNamesThatShareTheirThreeWords_areToldApart() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            names.add("https://" + String.format("%04d", i) + "-in-the-middle-" + String.format("%04d", 999 - i)
                    + ".example");
        }
        assertAllFound(names);
    }

    @Test
    void aNameAndTheByteThatMarksItsEnd_areNotTheNameInAFile() {
        List<String> names = List.of("ab", "abc", "abcdefg", "abcdefgh", "abcdefghi");
        assertAllFound(names);
        FastName reader = new FastName(table);
        for (String name : names) {
            for (String known : names) {
                read(reader, known, (byte) ',');
                assertThat(read(reader, name + (char) NameTable.MARK + (char) (',' ^ 1), (byte) ','))
                        .isNegative();
                assertThat(read(reader, name + (char) (',' ^ 1), (byte) ',')).isNegative();
            }
        }
    }

    private void assertAllFound(List<String> names) {
        names.forEach(table::add);
        FastName reader = new FastName(table);
        for (byte terminator : ",\"\n".getBytes(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < names.size(); i++) {
                assertThat(read(reader, names.get(i), terminator))
                        .as(names.get(i))
                        .isEqualTo(i);
                // The same length once more, as rows mostly come.
                assertThat(read(reader, names.get(i), terminator))
                        .as(names.get(i))
                        .isEqualTo(i);
                assertThat(read(reader, names.get(i) + "~", terminator)).isNegative();
                // Nor one bit beside the terminator.
                assertThat(read(reader, names.get(i) + (char) (terminator ^ 1) + names.get(i), terminator))
                        .isNegative();
            }
        }
        assertThat(table.size()).isEqualTo(names.size());
    }

    private static int read(FastName reader, String name, byte terminator) {
        byte[] bytes = (name + (char) terminator + "7,\"\r\n").getBytes(StandardCharsets.US_ASCII);
        int end = reader.read(Arrays.copyOf(bytes, bytes.length + NameTable.OVERREAD), 0, terminator);
        assertThat(end).isIn(name.length(), FastRow.REFUSED);
        return reader.id();
    }
}
