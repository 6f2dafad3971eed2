package org.ausfall.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Detection on made-up worlds of which the truth is known; the table in docs/method.md is what the long trial prints. */
class DetectionTrialTest {
    private static final Seed SEED = new Seed(3);

    @Test
    void aFewWorldsOfEachKind_areSeenAsTheyAre() {
        for (WorldKind kind : WorldKind.values()) {
            DetectionTrial trial = DetectionTrial.of(kind, 4, SEED);
            assertThat(trial.right())
                    .as("%s, seed %d: %s", kind, SEED.value(), trial.verdicts())
                    .isGreaterThanOrEqualTo(0.75);
        }
    }

    @Test
    @Tag("long")
    void twoHundredWorldsOfEachKind_areSeenAsTheyAre_in95Percent() {
        List<DetectionTrial> trials = new ArrayList<>();
        System.out.println(DetectionTrial.header());
        for (WorldKind kind : WorldKind.values()) {
            DetectionTrial trial = DetectionTrial.of(kind, 200, SEED);
            System.out.println(trial.row());
            trials.add(trial);
        }
        assertThat(trials)
                .allSatisfy(trial -> assertThat(trial.right())
                        .as("%s, seed %d", trial.kind(), SEED.value())
                        .isGreaterThanOrEqualTo(0.95));
    }
}
