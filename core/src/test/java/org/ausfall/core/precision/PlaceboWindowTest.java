package org.ausfall.core.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.measurement.Baselines;
import org.ausfall.core.measurement.ComparedWindows;
import org.ausfall.core.quantity.OutageWindow;
import org.junit.jupiter.api.Test;

class PlaceboWindowTest {
    private static final OutageWindow EVENT = new OutageWindow(
            OffsetDateTime.parse("2017-02-28T17:37:00Z").toInstant(),
            OffsetDateTime.parse("2017-02-28T21:54:00Z").toInstant());

    @Test
    void windows_areAsLongAsTheOutage_beforeIt_andApart() {
        List<PlaceboWindow> windows = PlaceboWindow.of(EVENT);

        assertThat(windows).hasSize(5 * 49).allSatisfy(day -> {
            assertThat(day.window().duration()).isEqualTo(EVENT.duration());
            assertThat(day.window().end()).isBeforeOrEqualTo(EVENT.start());
        });
        for (int i = 1; i < windows.size(); i++) {
            assertThat(windows.get(i).window().end())
                    .isBeforeOrEqualTo(windows.get(i - 1).window().start());
        }
        assertThat(windows.stream().filter(PlaceboWindow::sameHours)).hasSize(49);
        assertThat(windows.stream().filter(PlaceboWindow::sameWeekday)).hasSize(7);
        assertThat(windows.stream()
                        .filter(PlaceboWindow::sameWeekday)
                        .map(day -> day.window().start()))
                .contains(EVENT.start().minus(Duration.ofDays(7)));
    }

    @Test
    void outageOfThirtyHours_leavesTwoDaysBetweenWindows() {
        OutageWindow longer = new OutageWindow(EVENT.start(), EVENT.start().plus(Duration.ofHours(30)));

        assertThat(PlaceboWindow.of(longer)).hasSize(24).allMatch(PlaceboWindow::sameHours);
    }

    @Test
    void baselines_lieOnEitherSide_andNeverInTheOutageOrBeforeTheFirstSample() {
        OutageWindow placebo = PlaceboWindow.moved(EVENT, -Duration.ofDays(7).toMillis());
        Instant first = EVENT.start().minus(Duration.ofDays(22));
        OutageWindow out = PlaceboWindow.moved(EVENT, -Duration.ofDays(3).toMillis());

        List<Baseline> baselines = new PlaceboBaselines(
                        new ComparedWindows(EVENT, Baselines.usual(EVENT)), first, List.of(out))
                .of(placebo);

        assertThat(baselines.get(0).windows())
                .extracting(OutageWindow::start)
                .containsExactly(
                        EVENT.start().minus(Duration.ofDays(21)), EVENT.start().minus(Duration.ofDays(14)));
        assertThat(baselines.get(1).windows()).hasSize(7).doesNotContain(placebo, out, EVENT);
        assertThat(baselines.get(2).windows())
                .containsExactly(new OutageWindow(placebo.start().minus(Duration.ofDays(1)), placebo.start()));
    }
}
