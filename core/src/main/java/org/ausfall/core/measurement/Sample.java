package org.ausfall.core.measurement;

/**
 * One measurement in 64 bits: 33 bits of time (milliseconds since an origin, 99 days) above 30 bits of result. A result
 * is the duration in microseconds of a successful probe, or one of the highest numbers for the other outcomes. So the natural
 * order of the packed numbers is the order in time, and among equal times successes from fast to slow before failures: the same
 * whatever order the samples arrived in.
 */
public final class Sample {
    /** The longest duration that can be kept, in microseconds: 1,000 seconds. */
    public static final int LONGEST_MICROS = 1_000_000_000;

    /** The times that can be kept lie less than this many milliseconds after the origin. */
    public static final long SPAN_MILLIS = 1L << 33;

    private static final int RESULT_BITS = 30;
    private static final int HIGHEST_RESULT = (1 << RESULT_BITS) - 1;

    private Sample() {}

    /** The result of a successful probe; the duration must be in [0, {@link #LONGEST_MICROS}], which is not checked again. */
    public static int ok(int micros) {
        return micros;
    }

    /** The result of a probe that ended otherwise. */
    public static int of(Outcome outcome) {
        if (outcome == Outcome.OK) {
            throw new IllegalArgumentException("a successful probe needs its duration");
        }
        return HIGHEST_RESULT - Outcome.COUNT + outcome.index();
    }

    /** Packs a time, in [0, {@link #SPAN_MILLIS}) after the origin, and a result; neither is checked, this is the inner loop. */
    public static long pack(long offsetMillis, int result) {
        return offsetMillis << RESULT_BITS | result;
    }

    /** The milliseconds from the origin to the sample. */
    public static long offsetMillis(long packed) {
        return packed >>> RESULT_BITS;
    }

    /** How the probe ended. */
    public static Outcome outcome(long packed) {
        return isOk(packed) ? Outcome.OK : Outcome.at(micros(packed) - HIGHEST_RESULT + Outcome.COUNT);
    }

    /** Whether the probe was successful, and so has a duration. */
    public static boolean isOk(long packed) {
        return micros(packed) <= LONGEST_MICROS;
    }

    /** The duration in microseconds; of no meaning unless {@link #isOk}. */
    public static int micros(long packed) {
        return (int) packed & HIGHEST_RESULT;
    }
}
