package org.ausfall.core.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.measurement.Series;
import org.ausfall.core.precision.Site;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Test;

class CourseTest {
    /** Ten minutes before, then an outage of seven minutes: a bin of five and two minutes of another. */
    private static Course course(String during) {
        Site site = new Site("shop", List.of("l"), List.of(Series.of(".".repeat(10) + during)));
        ComparedWindows windows = ComparedWindows.of(Series.minutes(10, 17), Series.minutes(0, 10));
        return Course.of(SiteEvidence.of(site, windows, List.of(), new Seed(1)).evidence(), 0.2);
    }

    @Test
    void lastBin_countsUpToTheEndOfTheOutage() {
        assertThat(course("sssssssssss").percentMinutes()).isCloseTo(7 * 50, within(1e-3));
    }

    @Test
    void siteThatStaysDown_isDownUpToTheEndOfTheOutage() {
        assertThat(course("xxxxxxxxxxx").downMinutes()).isEqualTo(7);
    }
}
