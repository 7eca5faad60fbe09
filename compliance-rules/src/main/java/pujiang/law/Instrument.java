package pujiang.law;

import pujiang.compliance.Bilingual;

/**
 * A law, regulation or rule set.
 *
 * @param folder of its articles, under {@code law/}
 */
public record Instrument(String folder, Bilingual name) {}
