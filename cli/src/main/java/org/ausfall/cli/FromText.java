package org.ausfall.cli;

import java.util.function.Function;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.quantity.OutageWindow;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.event.WindowText;
import org.ausfall.report.measured.Grouping;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns the text of an option into a checked value; what the value's own parser says becomes the message. */
abstract class FromText<T> implements ITypeConverter<T> {
    private final Function<String, T> parse;

    private FromText(Function<String, T> parse) {
        this.parse = parse;
    }

    @Override
    public T convert(String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** {@code 20%} or {@code 0.2}. */
    static final class ToThreshold extends FromText<Threshold> {
        ToThreshold() {
            super(Threshold::parse);
        }
    }

    /** {@code 5%} or {@code 0.05}. */
    static final class ToBadRowLimit extends FromText<BadRowLimit> {
        ToBadRowLimit() {
            super(BadRowLimit::parse);
        }
    }

    /** {@code apica-2017} or {@code strict}. */
    static final class ToProfile extends FromText<AffectedProfile> {
        ToProfile() {
            super(AffectedProfile::parse);
        }
    }

    /** {@code none}, {@code tornado} or {@code sobol}. */
    static final class ToSensitivity extends FromText<SensitivityChoice> {
        ToSensitivity() {
            super(SensitivityChoice::parse);
        }
    }

    /** {@code FROM/TO}. */
    static final class ToWindow extends FromText<OutageWindow> {
        ToWindow() {
            super(WindowText::parse);
        }
    }

    /** {@code site} or {@code site,location}. */
    static final class ToGrouping extends FromText<Grouping> {
        ToGrouping() {
            super(Grouping::parse);
        }
    }

    /** {@code 5m}, {@code 30s}, {@code 1h} or {@code none}. */
    static final class ToBin extends FromText<Bin> {
        ToBin() {
            super(Bin::parse);
        }
    }

    /** {@code 5m}, {@code 30s}, {@code 1h} or {@code auto}. */
    static final class ToDetectionBin extends FromText<Bin> {
        ToDetectionBin() {
            super(Bin::parseOrAuto);
        }
    }
}
