package org.ausfall.report.sheet;

import java.util.OptionalDouble;
import org.ausfall.core.exposure.MeasuredExposure;
import org.ausfall.core.exposure.ShareAt;

/** One row a bin of time: how many sites were at or over the threshold, and the share on normal days at the same hours. */
public final class ShareOverTimeSheet {
    private static final Layout<ShareAt> LAYOUT = Layout.<ShareAt>empty()
            .text("start", bin -> bin.start().toString())
            .count("measured", ShareAt::measured)
            .count("above", ShareAt::above)
            .with("share", Sheet.Kind.NUMBER, bin -> cell(bin.share()))
            .with("normal_share_low", Sheet.Kind.NUMBER, bin -> cell(bin.normalLow()))
            .with("normal_share_high", Sheet.Kind.NUMBER, bin -> cell(bin.normalHigh()));

    private ShareOverTimeSheet() {}

    /** The sheet {@code share-over-time}. */
    public static Sheet of(MeasuredExposure measured) {
        return LAYOUT.fill("share-over-time", measured.overTime());
    }

    private static Cell cell(OptionalDouble share) {
        return share.isPresent() ? Cell.of(share.getAsDouble()) : Cell.blank();
    }
}
