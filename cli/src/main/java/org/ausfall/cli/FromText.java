package org.ausfall.cli;

import java.util.function.Function;
import org.ausfall.core.exposure.AffectedProfile;
import org.ausfall.core.quantity.Threshold;
import org.ausfall.ingest.BadRowLimit;
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
}
