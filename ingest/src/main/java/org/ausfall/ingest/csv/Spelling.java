package org.ausfall.ingest.csv;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which word was meant when one is misspelled. */
final class Spelling {
    private Spelling() {}

    /** The likeliest word as the end of a sentence, {@code ; did you mean xi?}, or nothing where none is alike. */
    static String suggestion(String wrong, Collection<String> words) {
        return nearest(wrong, words).map(word -> "; did you mean " + word + "?").orElse("");
    }

    /** The word with the fewest letters to change, at most a third of them. */
    private static Optional<String> nearest(String wrong, Collection<String> words) {
        String plain = wrong.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> 3 * edits(plain, word.toLowerCase(Locale.ROOT)) <= Math.max(3, word.length()))
                .min(Comparator.comparingInt((String word) -> edits(plain, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters to insert, drop or change (Levenshtein 1966). */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
