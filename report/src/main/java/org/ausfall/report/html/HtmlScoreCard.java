package org.ausfall.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.ausfall.core.backtest.LaterReports;
import org.ausfall.core.backtest.ScoreCard;

/** {@code scorecard.html}: one file without script that loads nothing. */
public final class HtmlScoreCard {
    private HtmlScoreCard() {}

    /** The score card as a page, with what was reported since; everything that was read is escaped. */
    public static String render(ScoreCard card, LaterReports later) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlScoreCard.class.getClassLoader(), HtmlReport.TEMPLATES);
        StringOutput output = new StringOutput();
        engine.render(
                "scorecard.jte",
                Map.<String, Object>of("page", ScoreCardPage.of(card, later), "style", StyleSheet.load()),
                output);
        return output.toString();
    }
}
