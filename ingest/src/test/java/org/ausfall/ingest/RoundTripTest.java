package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ausfall.ingest.Folders.RETAILERS;
import static org.ausfall.ingest.Folders.SLOWDOWNS;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.PublishedState;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.evidence.SiteSummary;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.ingest.csv.RetailersCsv;
import org.ausfall.ingest.csv.SlowdownsCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {
    private static final long SEED = 20170228;

    @TempDir
    private Path root;

    @Test
    void whatWasRead_isWrittenAsItStood() throws IOException {
        Folders folders = Folders.valid(root);
        Evidence evidence = folders.read().value().orElseThrow().evidence();

        assertThat(slowdowns(evidence.sites())).isEqualTo(folders.text(SLOWDOWNS));
        assertThat(retailers(evidence.retailers())).isEqualTo(folders.text(RETAILERS));
    }

    @Test
    void whatIsWritten_isReadAsTheSame() throws IOException {
        Random random = new Random(SEED);
        List<Retailer> retailers = new ArrayList<>();
        List<SiteSummary> sites = new ArrayList<>();
        for (int i = 100; i < 300; i++) {
            retailers.add(retailer("r" + i, random));
            sites.add(site("r" + i, random));
        }
        Folders folders =
                Folders.valid(root).write(RETAILERS, retailers(retailers)).write(SLOWDOWNS, slowdowns(sites));

        Evidence read = folders.read().value().orElseThrow().evidence();

        assertThat(read.retailers()).as("seed %d", SEED).isEqualTo(retailers);
        assertThat(read.sites())
                .as("seed %d", SEED)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("place")
                .isEqualTo(sites);
    }

    private static String slowdowns(List<SiteSummary> sites) throws IOException {
        StringBuilder text = new StringBuilder();
        SlowdownsCsv.write(sites, text);
        return text.toString();
    }

    private static String retailers(List<Retailer> retailers) throws IOException {
        StringBuilder text = new StringBuilder();
        RetailersCsv.write(retailers, text);
        return text.toString();
    }

    private static Retailer retailer(String id, Random random) {
        return new Retailer(
                id,
                text(random),
                random.nextBoolean() ? Optional.of("shop.example") : Optional.empty(),
                random.nextBoolean() ? Optional.of("AAA") : Optional.empty(),
                random.nextBoolean() ? Optional.of(Money.ofMillions(random.nextDouble() * 1e5)) : Optional.empty(),
                random.nextBoolean() ? OptionalInt.of(2000 + random.nextInt(20)) : OptionalInt.empty(),
                random.nextBoolean() ? Provenance.REPORTED : Provenance.ASSUMED,
                text(random));
    }

    private static SiteSummary site(String id, Random random) {
        boolean times = random.nextBoolean();
        return new SiteSummary(
                id,
                text(random),
                times ? Optional.of(number(random)) : Optional.empty(),
                times ? Optional.of(number(random)) : Optional.empty(),
                random.nextBoolean() ? Optional.of(new Share(random.nextDouble())) : Optional.empty(),
                random.nextBoolean() ? Optional.of(Slowdown.ofPercent(number(random))) : Optional.empty(),
                random.nextBoolean() ? Optional.of(PublishedState.AFFECTED) : Optional.empty(),
                Provenance.RECONSTRUCTED,
                text(random),
                Place.of("demo/slowdowns.csv"));
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(1 + random.nextInt(10_000_000), random.nextInt(5));
    }

    /** Texts with everything that has to be quoted. */
    private static String text(Random random) {
        String[] parts = {"a", "\u00fc", ",", "\"", "\n", "\r\n", "#", "'", ";", "\ud83d\ude00", "0"};
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.append('x').toString();
    }
}
