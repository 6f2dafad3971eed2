package org.ausfall.cli;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Turns the text of an option into a checked value; what the value's own parser says becomes the message.
 *
 * @param parse the value's own parser
 */
record FromText<T>(Function<String, T> parse) implements ITypeConverter<T> {
    @Override
    public T convert(String text) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
