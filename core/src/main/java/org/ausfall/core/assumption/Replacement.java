package org.ausfall.core.assumption;

/**
 * A belief that an analyst put in the place of another.
 *
 * @param was what would have been believed
 * @param now what is believed instead, for the same name and scope
 * @param set the name of the set of assumptions that says so
 * @param version the version of that set
 */
public record Replacement(SourcedBelief was, SourcedBelief now, String set, String version) {
    /** Checks that both speak of the same. */
    public Replacement {
        if (!was.key().equals(now.key())) {
            throw new IllegalArgumentException(now.key() + " cannot stand in the place of " + was.key());
        }
    }
}
