package org.ausfall.ingest.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first of them lowest. */
final class EightBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private EightBytes() {}

    static long at(byte[] b, int from) {
        return (long) LONG.get(b, from);
    }

    /** 0 if no byte is the wanted one; else the high bit of the first such byte is the lowest that is set. */
    static long hits(long word, byte wanted) {
        long zeroIfWanted = word ^ (wanted * ONES);
        return (zeroIfWanted - ONES) & ~zeroIfWanted & HIGHS;
    }

    /** Of hits that are not 0, or several sets of them in one, how many bytes are before the first. */
    static int before(long hits) {
        return Long.numberOfTrailingZeros(hits) >>> 3;
    }
}
