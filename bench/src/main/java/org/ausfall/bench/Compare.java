package org.ausfall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares the tables of two folders: text must be equal, numbers must agree to nine digits. */
public final class Compare {
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
            long rows = 0;
            while (true) {
                String one = String.valueOf(first.readLine());
                String other = String.valueOf(second.readLine());
                if (one.equals("null") && other.equals("null")) {
                    return rows;
                }
                if (!equal(fields(one), fields(other))) {
                    System.err.println(a.getFileName() + " differs in row " + (rows + 1) + ":\n" + one + "\n" + other);
                    System.exit(1);
                }
                rows++;
            }
        }
    }

    private static List<String> fields(String row) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int comma = row.indexOf(','); comma >= 0; comma = row.indexOf(',', from)) {
            fields.add(row.substring(from, comma));
            from = comma + 1;
        }
        fields.add(row.substring(from));
        return fields;
    }

    private static boolean equal(List<String> a, List<String> b) {
        boolean equal = a.size() == b.size();
        for (int i = 0; equal && i < a.size(); i++) {
            equal = a.get(i).equals(b.get(i)) || close(a.get(i), b.get(i));
        }
        return equal;
    }

    private static boolean close(String a, String b) {
        try {
            double x = Double.parseDouble(a);
            double y = Double.parseDouble(b);
            return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y)) + 1e-12;
        } catch (NumberFormatException text) {
            return false;
        }
    }
}
