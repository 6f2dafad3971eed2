package org.ausfall.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.backtest.TrackRecord;

/** {@code report.html}: one file without script that loads nothing. */
public final class HtmlReport {
    static final String TEMPLATES = "org.ausfall.report.html.template";

    private HtmlReport() {}

    /** The findings as a page; everything that was read is escaped. */
    public static String render(Findings findings) {
        return render(findings, Optional.empty(), "");
    }

    /** The same, with a line that says how the method has done so far, and the program's version. */
    public static String render(Findings findings, Optional<TrackRecord> record, String version) {
        TemplateEngine engine =
                TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), TEMPLATES);
        StringOutput output = new StringOutput();
        engine.render(
                "report.jte",
                Map.<String, Object>of(
                        "page", Page.of(findings, record), "version", version, "style", StyleSheet.load()),
                output);
        return output.toString();
    }
}
