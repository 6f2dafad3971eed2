package org.ausfall.core.exposure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ausfall.core.measurement.SeveritySeries;
import org.ausfall.core.precision.SiteEvidence;
import org.ausfall.core.quantity.OutageWindow;

/** The share of sites over the threshold, bin by bin, beside that of normal days at the same hours. */
record SharesOverTime(List<SiteEvidence> sites, OutageWindow event, double threshold) {
    List<ShareAt> shares() {
        return sites.isEmpty()
                ? List.of()
                : IntStream.range(0, sites.get(0).course().size())
                        .mapToObj(this::share)
                        .toList();
    }

    private ShareAt share(int bin) {
        SeveritySeries any = sites.get(0).course();
        double[] normal =
                normal((int) ((any.start(bin).toEpochMilli() - event.start().toEpochMilli())
                        / any.bin().toMillis()));
        return new ShareAt(
                any.start(bin),
                known(sites.stream().map(SiteEvidence::course), bin),
                above(sites.stream().map(SiteEvidence::course), bin),
                end(normal, 0.05),
                end(normal, 0.95));
    }

    private int known(Stream<SeveritySeries> series, int bin) {
        return (int) series.filter(one -> Course.isKnown(one, bin)).count();
    }

    private int above(Stream<SeveritySeries> series, int bin) {
        return (int) series.filter(one -> Course.isOver(one, bin, threshold)).count();
    }

    /** The shares of normal days in a bin of the window, sorted; a day counts where half of the sites are known. */
    private double[] normal(int bin) {
        if (bin < 0 || bin >= sites.get(0).severity().size()) {
            return new double[0];
        }
        return IntStream.range(0, sites.get(0).normalCourses().size())
                .filter(day -> 2 * known(day(day), bin) >= sites.size())
                .mapToDouble(day -> (double) above(day(day), bin) / known(day(day), bin))
                .sorted()
                .toArray();
    }

    private Stream<SeveritySeries> day(int day) {
        return sites.stream().flatMap(site -> site.normalCourses().get(day).stream());
    }

    private static OptionalDouble end(double[] sorted, double p) {
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double level = sorted.length < PlaceboCounts.FEWEST_FOR_P95 ? Math.rint(p) : p;
        double place = level * (sorted.length - 1);
        int low = (int) place;
        int high = Math.min(low + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[low] + (place - low) * (sorted[high] - sorted[low]));
    }
}
