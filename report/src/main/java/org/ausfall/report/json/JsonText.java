package org.ausfall.report.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ausfall.report.wording.SixDigits;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** One JSON object as indented text, the same bytes on every platform; computed numbers have six significant digits. */
public final class JsonText {
    private final JsonGenerator json;

    private JsonText(JsonGenerator json) {
        this.json = json;
    }

    /** The text of an object with those properties, ended by a line feed. */
    public static String of(Consumer<JsonText> properties) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(new Indented(), text)) {
            json.writeStartObject();
            properties.accept(new JsonText(json));
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /** A text. */
    public void text(String name, String value) {
        json.writeStringProperty(name, value);
    }

    /** A whole number. */
    public void count(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    /** A yes or no. */
    public void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    /** A computed number; six significant digits. */
    public void number(String name, double value) {
        json.writeName(name);
        json.writeNumber(SixDigits.format(value));
    }

    /** A computed number, or null. */
    public void number(String name, Optional<Double> value) {
        value.ifPresentOrElse(present -> number(name, present), () -> json.writeNullProperty(name));
    }

    /** A number as it was read, with all its digits, or null. */
    public void exact(String name, Optional<BigDecimal> value) {
        value.ifPresentOrElse(
                present -> {
                    json.writeName(name);
                    json.writeNumber(SixDigits.exact(present));
                },
                () -> json.writeNullProperty(name));
    }

    /** A text, or null. */
    public void text(String name, Optional<String> value) {
        value.ifPresentOrElse(present -> text(name, present), () -> json.writeNullProperty(name));
    }

    /** An object. */
    public void object(String name, Consumer<JsonText> properties) {
        json.writeObjectPropertyStart(name);
        properties.accept(this);
        json.writeEndObject();
    }

    /** A list of objects. */
    public <T> void objects(String name, List<T> values, BiConsumer<JsonText, T> properties) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            properties.accept(this, value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A list of texts. */
    public void texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** A list of computed numbers. */
    public void numbers(String name, List<Double> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeNumber(SixDigits.format(value)));
        json.writeEndArray();
    }
}
