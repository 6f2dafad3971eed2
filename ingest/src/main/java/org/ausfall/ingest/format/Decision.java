package org.ausfall.ingest.format;

import java.util.List;
import org.ausfall.ingest.rows.TextEncoding;

/**
 * As what a file is to be read.
 *
 * @param descriptor its format
 * @param encoding how its characters are written
 * @param delimiter what stands between fields
 * @param headerLine the line of the header; 0 if there is none
 * @param names the columns if there is no header
 * @param why how that is known, in a sentence that goes on
 */
record Decision(
        Descriptor descriptor, TextEncoding encoding, char delimiter, long headerLine, List<String> names, String why) {
    Decision {
        names = List.copyOf(names);
    }
}
