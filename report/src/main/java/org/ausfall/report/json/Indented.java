package org.ausfall.report.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;

/**
 * A property a line, lists on one line, and line feeds whatever the platform's line end is: what Jackson's own printer writes, which
 * joins its separators in a way that takes Java 5 ms to set up.
 */
final class Indented extends ObjectWriteContext.Base implements PrettyPrinter {
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private int depth;

    @Override
    public PrettyPrinter getPrettyPrinter() {
        return this;
    }

    @Override
    public boolean hasPrettyPrinter() {
        return true;
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw(' ');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        INDENT.writeIndentation(json, depth);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(" : ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        INDENT.writeIndentation(json, depth);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        depth--;
        if (entries > 0) {
            INDENT.writeIndentation(json, depth);
        } else {
            json.writeRaw(' ');
        }
        json.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        json.writeRaw(' ');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(", ");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        json.writeRaw(" ]");
    }
}
