package org.ausfall.report.measured;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a row of {@code sites.csv} is about. */
public enum Grouping {
    /** A site, over all its locations. */
    SITE("site"),
    /** A site as seen from one location. */
    SITE_AND_LOCATION("site,location");

    private final String code;

    Grouping(String code) {
        this.code = code;
    }

    /** The name on the command line: {@code site,location}. */
    public String code() {
        return code;
    }

    /**
     * The grouping with that name.
     *
     * @throws IllegalArgumentException if there is none, with the names there are
     */
    public static Grouping parse(String code) {
        return Arrays.stream(values())
                .filter(grouping -> grouping.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("cannot group by '" + code + "'; choose "
                        + Arrays.stream(values()).map(Grouping::code).collect(Collectors.joining(" or "))));
    }
}
