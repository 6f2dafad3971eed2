package org.ausfall.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** Exit codes, in the style of sysexits.h. */
final class Exit {
    /** Done. */
    static final int OK = 0;

    /** Everything ran, and the method was found wanting: a gate of the synthetic worlds does not hold. */
    static final int GATE = 1;

    /** The command line cannot be understood. */
    static final int USAGE = 2;

    /** The input was read but cannot be used. */
    static final int DATA = 65;

    /** An input file or folder is missing. */
    static final int NO_INPUT = 66;

    /** A bug in this program. */
    static final int SOFTWARE = 70;

    /** The output cannot be written. */
    static final int CANNOT_WRITE = 73;

    private Exit() {}

    /** What the codes mean, the launcher's among them, for help. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "done");
        meanings.put("1", "a gate of the synthetic worlds does not hold");
        meanings.put("2", "the command line cannot be understood");
        meanings.put("65", "the data cannot be used");
        meanings.put("66", "an input file or folder is missing");
        meanings.put("69", "Java or Maven is missing, which the launcher needs");
        meanings.put("70", "a bug in this program");
        meanings.put("73", "the output cannot be written");
        return meanings;
    }
}
