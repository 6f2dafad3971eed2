package org.ausfall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Computes the same with DuckDB: {@code file none|5m site|location folder [threads]}. */
public final class DuckDbRun {
    private DuckDbRun() {}

    /** Runs the queries and writes {@code sites.csv} and, if asked for, {@code timeline.csv}. */
    public static void main(String[] args) throws SQLException, IOException {
        Path folder = Files.createDirectories(Path.of(args[3]));
        boolean timeline = args[1].equals("5m");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone='UTC'");
            statement.execute("SET threads="
                    + (args.length > 4 ? args[4] : Runtime.getRuntime().availableProcessors()));
            String rows = "read_csv('" + args[0] + "', header=true)";
            if (timeline) {
                statement.execute(
                        "CREATE TEMP TABLE rows AS SELECT timestamp, site, location, duration_ms, status FROM " + rows);
                rows = "rows";
            }
            statement.execute(
                    copy(args[2].equals("location") ? byLocation(rows) : bySite(rows), folder.resolve("sites.csv")));
            if (timeline) {
                statement.execute(copy(bins(rows), folder.resolve("timeline.csv")));
            }
        }
    }

    private static String copy(String query, Path file) {
        return "COPY (" + query + ") TO '" + file + "' (HEADER true)";
    }

    private static String window(String prefix, String from, String to) {
        String in = "timestamp >= TIMESTAMPTZ '" + from + "' AND timestamp < TIMESTAMPTZ '" + to + "'";
        String ok = "status BETWEEN 200 AND 399";
        return String.format(
                Locale.ROOT,
                "count(*) FILTER (%2$s) AS %1$s_n, count(*) FILTER (%2$s AND %3$s) AS %1$s_ok,"
                        + " quantile_cont(duration_ms, [0.5, 0.95]) FILTER (%2$s AND %3$s) AS %1$s_q",
                prefix,
                in,
                ok);
    }

    private static String grouped(String rows, String by) {
        return "SELECT " + by + ", "
                + window("baseline", Generator.BASELINE_START.toString(), Generator.EVENT_START.toString()) + ", "
                + window("event", Generator.EVENT_START.toString(), Generator.EVENT_END.toString())
                + " FROM " + rows + " GROUP BY " + by;
    }

    private static final String COLUMNS =
            "baseline_n, baseline_ok, baseline_q[1] AS baseline_p50_ms, baseline_q[2] AS baseline_p95_ms,"
                    + " event_n, event_ok, event_q[1] AS event_p50_ms, event_q[2] AS event_p95_ms";

    private static String byLocation(String rows) {
        return "SELECT site, location, " + COLUMNS + " FROM (" + grouped(rows, "site, location")
                + ") ORDER BY site, location";
    }

    private static String bySite(String rows) {
        String sets = grouped(rows, "site, location")
                .replace("GROUP BY site, location", "GROUP BY GROUPING SETS ((site, location), (site))");
        return "WITH g AS MATERIALIZED (" + sets
                + "), s AS (SELECT site, median((event_q[1] - baseline_q[1]) / baseline_q[1]) AS slowdown"
                + " FROM g WHERE location IS NOT NULL AND baseline_n >= 8 AND event_n >= 3 GROUP BY site)"
                + " SELECT g.site, '' AS location, " + COLUMNS
                + ", slowdown FROM g LEFT JOIN s USING (site) WHERE g.location IS NULL ORDER BY g.site";
    }

    private static String bins(String rows) {
        String binned = "SELECT site, time_bucket(INTERVAL 5 MINUTE, timestamp) AS bin, count(*) AS n,"
                + " count(*) FILTER (status BETWEEN 200 AND 399) AS ok,"
                + " quantile_cont(duration_ms, 0.5) FILTER (status BETWEEN 200 AND 399) AS p50_ms"
                + " FROM " + rows + " GROUP BY site, bin";
        return "SELECT site, strftime(bin, '%Y-%m-%dT%H:%M:%SZ') AS bin_start, n, ok, p50_ms FROM (" + binned
                + ") ORDER BY site, bin";
    }
}
