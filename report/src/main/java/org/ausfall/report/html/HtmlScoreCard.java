package org.ausfall.report.html;

import java.util.Map;
import org.ausfall.core.backtest.LaterReports;
import org.ausfall.core.backtest.ScoreCard;

/** {@code scorecard.html}: one file without script that loads nothing. */
public final class HtmlScoreCard {
    private HtmlScoreCard() {}

    /** The score card as a page, with what was reported since; everything that was read is escaped. */
    public static String render(ScoreCard card, LaterReports later) {
        return PageText.of("scorecard", Map.of("page", ScoreCardPage.of(card, later), "style", StyleSheet.load()));
    }
}
