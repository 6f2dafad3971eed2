package org.ausfall.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Writes measurements as an export of some monitor: the same times, sites and durations whatever the format, where it has a row a
 * measurement. A row is what the reader counts as one: a cell of the wide table, a point of Prometheus. Made up.
 */
final class ExportGenerator {
    private static final Instant START = Instant.parse("2017-02-27T12:00:00Z");
    private static final int MOST_COLUMNS = 500;
    private static final long SPAN_MILLIS = 34 * 3_600_000L;

    private ExportGenerator() {}

    /** Arguments: rows, sites, format, file. */
    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        int sites = Integer.parseInt(arguments[1]);
        String format = arguments[2];
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[3]), StandardCharsets.UTF_8)) {
            if (format.equals("grafana-wide")) {
                wide(out, rows, Math.min(sites, MOST_COLUMNS), random);
                return;
            }
            if (format.equals("prometheus")) {
                prometheus(out, rows, sites, random);
                return;
            }
            out.write(header(format));
            for (int row = 0; row < rows; row++) {
                long millis = START.toEpochMilli() + SPAN_MILLIS * row / rows;
                int micros = 100_000 + random.nextInt(3_000_000);
                out.write(row(format, millis, "shop-" + random.nextInt(sites) + ".example", micros, random.nextInt(50) > 0));
            }
        }
    }

    private static void wide(BufferedWriter out, int rows, int sites, SplittableRandom random) throws IOException {
        out.write("\"Time\"");
        for (int site = 0; site < sites; site++) {
            out.write(",\"{instance=\"\"https://shop-" + site + ".example/\"\"}\"");
        }
        int lines = rows / sites;
        for (int line = 0; line < lines; line++) {
            out.write("\n" + (START.toEpochMilli() + SPAN_MILLIS * line / lines));
            for (int site = 0; site < sites; site++) {
                out.write("," + milliseconds(100_000 + random.nextInt(3_000_000)) + " ms");
            }
        }
        out.write("\n");
    }

    /** The successes of all probes, then their durations, as Prometheus answers: series by series. */
    private static void prometheus(BufferedWriter out, int rows, int sites, SplittableRandom random) throws IOException {
        out.write("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        int points = rows / sites / 2;
        for (int series = 0; series < 2 * sites; series++) {
            boolean success = series < sites;
            out.write((series == 0 ? "" : ",") + "{\"metric\":{\"__name__\":\""
                    + (success ? "probe_success" : "probe_duration_seconds") + "\",\"instance\":\"https://shop-"
                    + series % sites + ".example/\",\"job\":\"blackbox\"},\"values\":[");
            for (int point = 0; point < points; point++) {
                long second = START.getEpochSecond() + SPAN_MILLIS / 1000 * point / points;
                int micros = 100_000 + random.nextInt(3_000_000);
                String value = success ? (random.nextInt(50) > 0 ? "1" : "0") : seconds(micros);
                out.write((point == 0 ? "" : ",") + "[" + second + ",\"" + value + "\"]");
            }
            out.write("]}");
        }
        out.write("]}}\n");
    }

    private static String milliseconds(int micros) {
        return micros / 1000 + "." + (1000 + micros % 1000 + "").substring(1);
    }

    private static String seconds(int micros) {
        return micros / 1_000_000 + "." + (1_000_000 + micros % 1_000_000 + "").substring(1);
    }

    private static String header(String format) {
        return switch (format) {
            case "own" -> "timestamp,site,location,duration_ms,status\n";
            case "canonical" -> "timestamp,site,location,duration_ms,status,outcome,kind,weight\n";
            case "jmeter" -> "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
                    + "failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";
            case "k6" -> "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,"
                    + "proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n";
            case "kuma" -> "monitor_name,url,status,time,ping\n";
            case "upptime" -> "";
            case "grafana" -> "Series;Time;Value\n";
            case "catchpoint" -> "Time,Test,City,Avg Webpage Response (ms),% Availability,# Runs\n";
            case "webpagetest" -> "Date,Time,URL,Load Time (ms),Error Code,Lab ID,Cached,\n";
            default -> throw new IllegalArgumentException("no format " + format);
        };
    }

    private static String row(String format, long millis, String site, int micros, boolean ok) {
        String ms = milliseconds(micros);
        String iso = Instant.ofEpochMilli(millis).toString();
        String day = iso.substring(0, 10);
        String time = iso.substring(11, 19);
        String us = Integer.parseInt(day.substring(5, 7)) + "/" + Integer.parseInt(day.substring(8)) + "/2017";
        return switch (format) {
            case "own" -> iso + "," + site + ",ams," + (ok ? ms + ",200" : ",0") + "\n";
            case "canonical" -> iso + "," + site + ",ams," + (ok ? ms + ",200,ok" : ",0,no_response") + ",check,1\n";
            case "jmeter" -> millis + "," + micros / 1000 + ",Home," + (ok ? "200,OK" : "503,Unavailable") + ",Shoppers 1-"
                    + micros % 50 + ",text," + ok + ",,51234,410,50,50,https://" + site + "/," + micros / 3000 + ",0,42\n";
            case "k6" -> (micros % 9 == 0 ? "http_req_duration," : "http_req_blocked,") + millis / 1000 + "," + ms + ",,,,"
                    + ok + ",,GET,https://" + site + "/,HTTP/1.1,default,," + (ok ? 200 : 503) + ",,tls1.3,https://" + site
                    + "/,,\n";
            case "kuma" -> site + ",https://" + site + "/," + (ok ? 1 : 0) + "," + day + " " + time + ".123," + micros / 1000
                    + "\n";
            case "upptime" -> day + "T" + time + "+00:00,x " + site + " is " + (ok ? "up (200" : "down (0") + " in "
                    + micros / 1000 + " ms) [skip ci] [upptime]\n";
            case "grafana" -> "\"" + site + "\";\"" + day + "T" + time + "+00:00\";" + ms + " ms\n";
            case "catchpoint" -> us + " " + (Integer.parseInt(time.substring(0, 2)) % 12 == 0 ? 12 : Integer.parseInt(time.substring(0, 2)) % 12)
                    + time.substring(2) + (time.compareTo("12") < 0 ? " AM" : " PM") + ",[" + micros % 100 + "] - " + site
                    + ",Boston," + ms + ",100,1\n";
            case "webpagetest" -> us + "," + time + ",https://" + site + "/," + micros / 1000 + "," + (ok ? 0 : 99998)
                    + ",Dulles,0,\n";
            default -> throw new IllegalArgumentException("no format " + format);
        };
    }
}
