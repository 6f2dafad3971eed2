package org.ausfall.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes seeded random measurements of invented sites around an outage from 17:37 to 21:54 UTC: {@code rows sites locations seed
 * style file}. The style is {@code clean}, {@code messy} (quoted, reordered, CR LF, byte order mark, 2,000 bad rows), or
 * {@code hard} (many ties; every seventh site is not measured during the outage, every eleventh never answers).
 */
public final class Generator {
    static final Instant EVENT_START = Instant.parse("2017-02-28T17:37:00Z");
    static final Instant EVENT_END = Instant.parse("2017-02-28T21:54:00Z");
    static final Instant BASELINE_START = Instant.parse("2017-02-27T17:37:00Z");
    private static final Instant FIRST = Instant.parse("2017-02-26T00:00:00Z");
    private static final long SPAN_MS = 3 * 86_400_000L;
    private static final int BAD_ROWS = 2_000;

    private final int sites;
    private final int locations;
    private final boolean messy;
    private final boolean hard;
    private final SplittableRandom random;
    private final double[] medians;
    private final double[] factors;

    private Generator(int sites, int locations, long seed, String style) {
        this.sites = sites;
        this.locations = locations;
        this.messy = style.equals("messy");
        this.hard = style.equals("hard");
        this.random = new SplittableRandom(seed);
        this.medians = random.doubles(sites).map(u -> 200 + 4_000 * u * u).toArray();
        this.factors =
                random.doubles(sites).map(u -> u < 0.4 ? 1 : 1 + 4 * u * u).toArray();
    }

    /** Writes the file that the arguments describe. */
    public static void main(String[] args) throws IOException {
        long rows = Long.parseLong(args[0]);
        Generator generator =
                new Generator(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]), args[4]);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[5])), 1 << 20)) {
            generator.write(rows, out);
        }
    }

    private void write(long rows, OutputStream out) throws IOException {
        out.write((messy
                        ? "\ufeffnote,status,site,duration_ms,location,timestamp\r\n"
                        : "timestamp,site,location,duration_ms,status\n")
                .getBytes(StandardCharsets.UTF_8));
        StringBuilder row = new StringBuilder(128);
        long badEvery = Math.max(1, rows / BAD_ROWS);
        for (long i = 0; i < rows; i++) {
            row.setLength(0);
            append(
                    row,
                    FIRST.toEpochMilli() + (long) ((double) i / rows * SPAN_MS) / 1000 * 1000,
                    messy && i % badEvery == 7);
            out.write(row.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void append(StringBuilder row, long millis, boolean bad) {
        int site = random.nextInt(sites);
        boolean event = millis >= EVENT_START.toEpochMilli() && millis < EVENT_END.toEpochMilli();
        if (hard && event && site % 7 == 1) {
            return;
        }
        boolean failed = random.nextInt(100) < (event ? 8 : 1) || (hard && site % 11 == 3);
        double ms = medians[site]
                * (event ? factors[site] : 1)
                * (0.6 + random.nextDouble() + random.nextDouble() * random.nextDouble());
        String siteName = name("site-", site, 5) + ".example";
        String location = name("loc-", random.nextInt(locations), 2);
        String status = failed ? (random.nextBoolean() ? "0" : "503") : "200";
        String duration =
                bad ? "n/a" : failed ? "" : millis(Math.round(hard ? ms / 50 : ms * 1000) * (hard ? 50_000 : 1));
        String time = time(millis);
        if (messy) {
            row.append("\"a, b\",")
                    .append(status)
                    .append(",\"")
                    .append(siteName)
                    .append("\",")
                    .append(duration)
                    .append(',');
            row.append(location).append(",\"").append(time).append("\"\r\n");
        } else {
            row.append(time)
                    .append(',')
                    .append(siteName)
                    .append(',')
                    .append(location)
                    .append(',');
            row.append(duration).append(',').append(status).append('\n');
        }
    }

    private static String name(String prefix, int number, int digits) {
        String text = Integer.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static String millis(long micros) {
        String rest = Long.toString(micros % 1000 + 1000);
        return micros / 1000 + "." + rest.substring(1);
    }

    private long lastSecond = -1;
    private String lastTime = "";

    private String time(long millis) {
        if (millis / 1000 != lastSecond) {
            lastSecond = millis / 1000;
            lastTime = Instant.ofEpochMilli(millis).toString().toUpperCase(Locale.ROOT);
        }
        return lastTime;
    }
}
