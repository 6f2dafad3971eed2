package org.ausfall.cli;

import java.lang.invoke.MethodHandles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.ausfall.ingest.yaml.YamlReader;
import org.ausfall.report.csv.CsvRows;
import org.ausfall.report.csv.CsvText;
import org.ausfall.report.json.JsonText;
import org.ausfall.report.sheet.LossSheet;
import org.ausfall.report.sheet.ProblemSheet;
import org.ausfall.report.sheet.RetailerSheet;
import org.ausfall.report.sheet.SummarySheet;
import org.ausfall.report.wording.EventText;

/**
 * What Java takes long to set up and every report needs, set up while options and files are read, when the other core has little to do:
 * some 50 ms of a report of a second. Nothing waits for it or rests on it; what is not there yet is set up where it is needed.
 */
final class Ahead implements Runnable {
    /** In the order in which they are needed. */
    private static final List<Class<?>> SLOW = List.of(
            ZoneRulesProvider.class,
            YamlReader.class,
            EventText.class,
            CsvText.class,
            CsvRows.class,
            SummarySheet.class,
            RetailerSheet.class,
            LossSheet.class,
            ProblemSheet.class,
            JsonText.class);

    /** Begins, and returns at once. */
    static void begin() {
        Thread thread = new Thread(new Ahead(), "ausfall-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            MessageDigest.getInstance("SHA-256");
            for (Class<?> slow : SLOW) {
                MethodHandles.lookup().ensureInitialized(slow);
            }
        } catch (NoSuchAlgorithmException | IllegalAccessException e) {
            throw new IllegalStateException("every Java platform has SHA-256, and these classes are public", e);
        }
    }
}
