package org.ausfall.report.html;

import java.util.Map;
import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.backtest.TrackRecord;

/** {@code report.html}: one file without script that loads nothing. */
public final class HtmlReport {
    private HtmlReport() {}

    /** The findings as a page; everything that was read is escaped. */
    public static String render(Findings findings) {
        return render(findings, Optional.empty(), "");
    }

    /** The same, with a line that says how the method has done so far, and the program's version. */
    public static String render(Findings findings, Optional<TrackRecord> record, String version) {
        return PageText.of(
                "report", Map.of("page", Page.of(findings, record), "version", version, "style", StyleSheet.load()));
    }
}
