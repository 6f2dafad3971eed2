package org.ausfall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the tables of two folders in the columns that both have: text must be equal, numbers to nine digits, slowdowns, which are
 * written with six digits, to five.
 */
public final class Compare {
    private static final double EXACT = 1e-9;
    private static final double ROUNDED = 1e-5;

    private Compare() {}

    /** Exits with 1 at the first difference. */
    public static void main(String[] args) throws IOException {
        for (String name : List.of("sites.csv", "timeline.csv")) {
            Path a = Path.of(args[0], name);
            Path b = Path.of(args[1], name);
            if (Files.exists(a) && Files.exists(b)) {
                System.err.println(name + ": " + compare(a, b) + " equal rows");
            }
        }
    }

    private static long compare(Path a, Path b) throws IOException {
        try (BufferedReader first = Files.newBufferedReader(a, StandardCharsets.UTF_8);
                BufferedReader second = Files.newBufferedReader(b, StandardCharsets.UTF_8)) {
            List<String> header = fields(first.readLine());
            List<String> otherHeader = fields(second.readLine());
            for (long rows = 0; ; rows++) {
                String one = String.valueOf(first.readLine());
                String other = String.valueOf(second.readLine());
                if (one.equals("null") && other.equals("null")) {
                    return rows;
                }
                if (!equal(header, fields(one), otherHeader, fields(other))) {
                    System.err.println(a.getFileName() + " differs in row " + (rows + 1) + ":\n" + one + "\n" + other);
                    System.exit(1);
                }
            }
        }
    }

    /** The fields of a row; the names made up for the benchmark hold no commas, so quotes only come around empty ones. */
    private static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = row.indexOf(','); comma >= 0; comma = row.indexOf(',', from)) {
            fields.add(row.substring(from, comma).replace("\"", ""));
            from = comma + 1;
        }
        fields.add(row.substring(from).replace("\"", ""));
        return fields;
    }

    private static boolean equal(List<String> names, List<String> row, List<String> otherNames, List<String> other) {
        boolean equal = row.size() == names.size() && other.size() == otherNames.size();
        for (int i = 0; equal && i < names.size(); i++) {
            int j = otherNames.indexOf(names.get(i));
            equal = j < 0 || row.get(i).equals(other.get(j)) || close(names.get(i), row.get(i), other.get(j));
        }
        return equal;
    }

    private static boolean close(String name, String a, String b) {
        try {
            double x = Double.parseDouble(a);
            double y = Double.parseDouble(b);
            double tolerance = name.equals("slowdown") ? ROUNDED : EXACT;
            return Math.abs(x - y) <= tolerance * Math.max(Math.abs(x), Math.abs(y)) + 1e-12;
        } catch (NumberFormatException text) {
            return false;
        }
    }
}
