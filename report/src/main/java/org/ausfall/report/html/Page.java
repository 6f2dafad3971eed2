package org.ausfall.report.html;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.report.wording.EventText;
import org.ausfall.report.wording.Headline;
import org.ausfall.report.wording.ScoreText;

/**
 * The whole page in words and coordinates.
 *
 * @param title the event's title
 * @param when the event's window and who gave it
 * @param headline the findings in one sentence
 * @param qualification the definition used, and what cannot be known
 * @param soFar how the method has done so far; empty where that is not known
 * @param figures the key figures
 * @param caveats what to know before quoting, at most three
 * @param touched who was touched
 * @param curve how the share depends on the threshold
 * @param cost what it cost
 * @param sensitivity what moves that
 * @param beliefs the tables of assumptions
 * @param method the method in short
 * @param provenance where the numbers come from
 * @param problems what was wrong with the input
 */
public record Page(
        String title,
        String when,
        String headline,
        String qualification,
        String soFar,
        List<KeyFigure> figures,
        List<Caveat> caveats,
        TouchedSection touched,
        CurveSection curve,
        CostSection cost,
        SensitivitySection sensitivity,
        List<HtmlTable> beliefs,
        MethodSection method,
        ProvenanceSection provenance,
        ProblemSection problems) {
    /** Copies the lists. */
    public Page {
        figures = List.copyOf(figures);
        caveats = List.copyOf(caveats);
        beliefs = List.copyOf(beliefs);
    }

    static Page of(Findings findings, Optional<TrackRecord> record) {
        var event = findings.evidence().event();
        return new Page(
                EventText.title(event),
                EventText.window(event) + " (given by " + event.windowGivenBy() + ")",
                Headline.sentence(findings),
                Headline.qualification(findings),
                record.map(ScoreText::soFar).orElse(""),
                KeyFigure.all(findings),
                Caveat.all(findings),
                TouchedSection.of(findings),
                CurveSection.of(findings),
                CostSection.of(findings),
                SensitivitySection.of(findings),
                BeliefTables.all(findings),
                MethodSection.of(findings),
                ProvenanceSection.of(findings),
                ProblemSection.of(findings));
    }
}
