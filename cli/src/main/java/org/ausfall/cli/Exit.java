package org.ausfall.cli;

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
}
