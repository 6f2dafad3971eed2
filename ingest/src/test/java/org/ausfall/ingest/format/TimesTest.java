package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Times read one after the other are what each is alone. */
class TimesTest {
    private static final List<String> PATTERNS = List.of("M/d/uuuu h:mm:ss a", "dd.MM.uuuu HH:mm:ss");
    private static final List<String> SHAPES = List.of(
            "2017-02-28T17:3%d:%02dZ",
            "2017-02-28T17:3%d:%02d.25Z",
            "2017-02-28 17:3%d:%02d.123456789+05:30",
            "2017-02-28T17:3%d:%02d",
            "2/28/2017 5:3%d:%02d PM",
            "2/28/2017 5:3%d:%02d AM",
            "28.02.2017 17:3%d:%02d",
            "14883034%d2.%02d");

    private static TimeReader reader() {
        return new TimeReader(PATTERNS, Optional.of(ZoneId.of("America/New_York")));
    }

    @Test
    void manyTimes_areReadAsEachAlone() throws Misfit {
        SplittableRandom random = new SplittableRandom(5);
        TimeReader all = reader();
        String shape = SHAPES.get(0);
        for (int i = 0; i < 20_000; i++) {
            shape = random.nextInt(4) == 0 ? SHAPES.get(random.nextInt(SHAPES.size())) : shape;
            String text = String.format(Locale.ROOT, shape, random.nextInt(3), random.nextInt(60));

            assertThat(all.read("t", text)).as(text).isEqualTo(reader().read("t", text));
        }
    }

    @Test
    void epochs_areCutToTheMillisecond() throws Misfit {
        long expected = Instant.parse("2017-02-28T17:37:12.345Z").toEpochMilli();

        for (String text : List.of(
                "1488303432.345",
                "1488303432.3459",
                "1488303432345",
                "1488303432345.9",
                "1488303432345678",
                "1488303432345678999",
                "1488303432.345678901234")) {
            assertThat(reader().read("t", text)).as(text).isEqualTo(expected);
        }
        assertThat(reader().read("t", "1488303432.3")).isEqualTo(expected - 45);
        assertThat(reader().read("t", "1488303432")).isEqualTo(expected - 345);
        assertThat(reader().read("t", "1488303432.")).isEqualTo(expected - 345);
    }

    @Test
    void zoneInTheText_winsOverTheOneGiven() throws Misfit {
        TimeReader reader =
                new TimeReader(List.of("uuuu-MM-dd HH:mm:ss VV"), Optional.of(ZoneId.of("America/New_York")));

        assertThat(reader.read("t", "2017-02-28 17:37:12 Europe/Berlin"))
                .isEqualTo(Instant.parse("2017-02-28T16:37:12Z").toEpochMilli());
    }

    @Test
    void localTimeWhileClocksOfItsZoneChange_isRefused() {
        TimeReader reader = new TimeReader(List.of("uuuu-MM-dd HH:mm:ss VV"), Optional.empty());

        assertThatThrownBy(() -> reader.read("t", "2017-03-26 02:30:00 Europe/Berlin"))
                .isInstanceOfSatisfying(
                        Misfit.class, misfit -> assertThat(misfit.detail()).contains("never in Europe/Berlin"));
        assertThatThrownBy(() -> reader.read("t", "2017-10-29 02:30:00 Europe/Berlin"))
                .isInstanceOfSatisfying(
                        Misfit.class, misfit -> assertThat(misfit.detail()).contains("twice in Europe/Berlin"));
    }

    @Test
    void digits_areWhatAPatternOfLettersSays_elseTimeSince1970() throws Misfit {
        TimeReader reader = new TimeReader(List.of("uuuuMMddHHmmssSS", "uuuuMMddHHmm"), Optional.of(ZoneId.of("UTC")));

        assertThat(reader.read("t", "2017022817371250"))
                .isEqualTo(Instant.parse("2017-02-28T17:37:12.500Z").toEpochMilli());
        assertThat(reader.read("t", "201702281737"))
                .isEqualTo(Instant.parse("2017-02-28T17:37:00Z").toEpochMilli());
        assertThat(reader.read("t", "1488303432"))
                .isEqualTo(Instant.parse("2017-02-28T17:37:12Z").toEpochMilli());
    }

    @Test
    void reference_timesAreWhatJavaSays() throws Misfit {
        TimeReader reader = reader();

        assertThat(reader.read("t", "2017-02-28T17:37:12.5+01:00"))
                .isEqualTo(Instant.parse("2017-02-28T16:37:12.500Z").toEpochMilli());
        assertThat(reader.read("t", "2017-02-28T17:37:13.75+01:00"))
                .isEqualTo(Instant.parse("2017-02-28T16:37:13.750Z").toEpochMilli());
        assertThat(reader.read("t", "2/28/2017 12:00:59 AM"))
                .isEqualTo(Instant.parse("2017-02-28T05:00:59Z").toEpochMilli());
    }
}
