package org.ausfall.ingest.format;

/**
 * What a row means if a cell is something; the first rule that applies decides.
 *
 * @param condition when it applies; not at all if the file lacks the column
 * @param then what the row is then
 * @param because why, in a few words, for whoever wonders where rows went
 */
record Rule(Condition condition, Effect then, String because) {}
