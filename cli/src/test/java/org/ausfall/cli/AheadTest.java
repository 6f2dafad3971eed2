package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class AheadTest {
    /** It runs in a thread of its own, where nobody would see that a class can no longer be reached. */
    @Test
    void everythingItNames_canBeSetUp() {
        assertThatCode(() -> new Ahead().run()).doesNotThrowAnyException();
    }
}
