package org.ausfall.ingest.probe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The inner loop of a scan: one row from bytes to numbers: plain, quoted, or in another order with a further column. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FastRowBenchmark {
    private static final int ROWS = 20_000;

    /** What the rows look like. */
    @Param({"plain", "quoted", "messy"})
    public String style = "plain";

    /** How many names the table of sites holds. */
    @Param({"1000", "10000"})
    public int sites = 1000;

    private byte[] rows = new byte[0];
    private int end;
    private FastRow fast = reader("plain");

    private static FastRow reader(String style) {
        Header header = style.equals("messy")
                ? Header.of(List.of("note", "status", "site", "duration_ms", "location", "timestamp"), true)
                : Header.of(List.of("timestamp", "site", "location", "duration_ms", "status"), false);
        return new FastRow(header, ScanLimits.DEFAULT, new NameTable(), new NameTable());
    }

    /** Makes the rows and lets the names become known. */
    @Setup
    public void makeRows() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append(row(i, random));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        end = bytes.length;
        rows = Arrays.copyOf(bytes, end + NameTable.OVERREAD);
        fast = reader(style);
        readRows();
    }

    private String row(int i, Random random) {
        String quote = style.equals("quoted") ? "\"" : "";
        String format = style.equals("messy")
                ? "\"a, b\",200,\"site-%4$05d.example\",%6$.3f,loc-%5$02d,\"2017-02-28T17:%2$02d:%3$02dZ\"\r\n"
                : "%1$s2017-02-28T17:%2$02d:%3$02dZ%1$s,%1$ssite-%4$05d.example%1$s,%1$sloc-%5$02d%1$s,%6$.3f,200\n";
        return String.format(
                Locale.ROOT,
                format,
                quote,
                i * 60 / ROWS,
                i * 3600 / ROWS % 60,
                random.nextInt(sites),
                random.nextInt(20),
                200 + 4_000 * random.nextDouble());
    }

    /** Time a row; the sum keeps the compiler from leaving the work out. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long readRows() {
        long sum = 0;
        for (int p = 0; p < end; ) {
            p = fast.read(rows, p);
            sum += fast.site() + fast.location() + fast.millis() + fast.result();
        }
        return sum;
    }
}
