package org.ausfall.core.backtest;

import java.util.List;
import java.util.Optional;

/**
 * How right the method was about past outages.
 *
 * @param settings what the analyst chose
 * @param past what was read
 * @param estimates every estimate that could be made, in the order of their keys
 * @param events estimates beside what companies disclosed, in the order of their keys
 * @param scores their scores; empty where there is none
 * @param models estimates beside lost revenue as others modelled it: shown, never part of the scores
 * @param apart figures that no estimate is compared with: other measures, further figures of a company, or without an estimate
 */
public record ScoreCard(
        BackTest.Settings settings,
        PastOutages past,
        List<Estimate> estimates,
        List<ScoredEvent> events,
        Optional<Scores> scores,
        List<ScoredEvent> models,
        List<Apart> apart) {
    /** Copies the lists. */
    public ScoreCard {
        estimates = List.copyOf(estimates);
        events = List.copyOf(events);
        models = List.copyOf(models);
        apart = List.copyOf(apart);
    }

    /**
     * A figure that stands apart.
     *
     * @param figure the figure
     * @param why why it is not compared, as words after "because"
     */
    public record Apart(LossFigure figure, String why) {}

    /** How the method has done, in two numbers; empty where nothing is scored. */
    public Optional<TrackRecord> trackRecord() {
        return scores.map(all -> new TrackRecord(all.at(Scores.PRINTED).inside(), all.events()));
    }
}
