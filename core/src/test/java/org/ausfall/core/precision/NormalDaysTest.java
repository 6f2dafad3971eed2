package org.ausfall.core.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Series;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Test;

class NormalDaysTest {
    private static final List<OutageWindow> DAYS = IntStream.range(0, 5)
            .mapToObj(i -> Series.minutes(10 * i, 10 * i + 10))
            .toList();

    private static final ComparedWindows WINDOWS =
            new ComparedWindows(Series.minutes(50, 60), List.of(new Baseline("days", DAYS, 0)));

    /** A day each letter: ten samples of its kind, and as many usual ones in the outage. */
    private static SiteEvidence site(String days) {
        StringBuilder letters = new StringBuilder();
        days.chars().forEach(day -> letters.append(Character.toString(day).repeat(10)));
        Site site = new Site("shop", List.of("l"), List.of(Series.of(letters + ".".repeat(10))));
        return SiteEvidence.of(site, WINDOWS, List.of(), new Seed(1)).evidence();
    }

    /** {@code m} is a day without a measurement in earnest. */
    @Test
    void daysWithoutMeasurement_makeNoOutageOfTheOthers() {
        List<SiteEvidence> sites = List.of(
                site("s.mmm"),
                site("s.mmm"),
                site("s.mmm"),
                site(".smmm"),
                site(".smmm"),
                site(".smmm"),
                site("..mmm"));

        assertThat(NormalDays.outages(WINDOWS, sites)).isEmpty();
    }

    @Test
    void dayOnWhichManySitesWereSlow_isAnOutage_besideDaysWithoutMeasurement() {
        List<SiteEvidence> sites = List.of(site("s..mm"), site("s..mm"), site("s..mm"));

        assertThat(NormalDays.outages(WINDOWS, sites)).containsExactly(DAYS.get(0));
    }

    @Test
    void baselineThatWouldLoseHalfOfItsMeasuredDays_keepsAll() {
        assertThat(without("..mmm")).isEqualTo(DAYS);
        assertThat(without("...mm")).isEqualTo(DAYS.subList(1, 5));
    }

    /** What stays of the days where the first is out. */
    private static List<OutageWindow> without(String days) {
        return NormalDays.without(WINDOWS, DAYS.subList(0, 1), site(days).slots())
                .baselines()
                .get(0)
                .windows();
    }
}
