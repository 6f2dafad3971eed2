package org.ausfall.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

class IndentedTest {
    private static String written(ObjectWriteContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(context, text)) {
            json.writeStartObject();
            json.writeStringProperty("text", "\u0000 \" < \n");
            json.writeArrayPropertyStart("numbers");
            json.writeNumber(1);
            json.writeNull();
            json.writeEndArray();
            json.writeArrayPropertyStart("none");
            json.writeEndArray();
            json.writeObjectPropertyStart("nothing");
            json.writeEndObject();
            json.writeArrayPropertyStart("objects");
            for (int i = 0; i < 2; i++) {
                json.writeStartObject();
                json.writeBooleanProperty("a", true);
                json.writeStringProperty("b", "");
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    @Test
    void object_isIndentedAsByJacksonsOwnPrinter() {
        PrettyPrinter own = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        assertThat(written(new Indented())).isEqualTo(written(new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return own;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        }));
    }
}
