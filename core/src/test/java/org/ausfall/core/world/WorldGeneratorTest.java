package org.ausfall.core.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.ausfall.core.Cases;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Test;

class WorldGeneratorTest {
    private static final String SECTOR = "Consumer Discretionary";

    /** The beliefs of the cases, with the sector in which shops are monitored. */
    static Assumptions beliefs() {
        Assumptions cases = Cases.assumptions()
                .with(Cases.share(BeliefName.PI_IN_BLAST_ZONE, SECTOR, 0.158, 0.35, 0.607))
                .with(Cases.share(BeliefName.GAMMA_NEEDS_SERVICE, SECTOR, 0.058, 0.15, 0.336));
        List<SectorTraits> sectors = new ArrayList<>(cases.sectors());
        sectors.add(new SectorTraits(SECTOR, "any", "any", "flat", "test"));
        return new Assumptions(cases.beliefs(), sectors, cases.profiles(), cases.response());
    }

    private final WorldGenerator generator = new WorldGenerator(beliefs(), new Seed(3));

    @Test
    void sameNumber_isTheSameWorld_whateverElseIsMade() {
        World first = generator.world(Twist.NONE, 4);
        generator.world(Twist.NONE, 5);
        World again = new WorldGenerator(beliefs(), new Seed(3)).world(Twist.NONE, 4);
        assertThat(again.trueGrossUsd()).isEqualTo(first.trueGrossUsd());
        assertThat(again.evidence().sites()).isEqualTo(first.evidence().sites());
        assertThat(generator.world(Twist.NONE, 5).trueGrossUsd()).isNotEqualTo(first.trueGrossUsd());
    }

    @Test
    void evidence_holdsAllCompaniesAndMonitors() {
        World world = generator.world(Twist.NONE, 1);
        assertThat(world.evidence().companies()).hasSize(WorldGenerator.COMPANIES);
        assertThat(world.evidence().retailers()).hasSize(WorldGenerator.MONITORED);
        assertThat(world.evidence().sites()).hasSize(WorldGenerator.MONITORED);
        assertThat(world.evidence().event().demonstration()).isTrue();
        assertThat(world.trueGrossUsd()).isPositive();
    }

    @Test
    void missingMonitors_areAboutAFifth() {
        double sites = 0;
        for (int i = 0; i < 50; i++) {
            sites += generator
                    .world(Twist.MONITORS_MISSING, i)
                    .evidence()
                    .sites()
                    .size();
        }
        assertThat(sites / 50 / WorldGenerator.MONITORED).isCloseTo(0.8, within(0.04));
    }

    @Test
    void delayThatIsCause_costsMoreThanHarmlessDelay() {
        double causal = 0;
        double harmless = 0;
        for (int i = 0; i < 50; i++) {
            causal += generator.world(Twist.DELAY_CAUSAL, i).trueGrossUsd();
            harmless += generator.world(Twist.DELAY_HARMLESS, i).trueGrossUsd();
        }
        assertThat(causal).isGreaterThan(1.3 * harmless);
    }
}
