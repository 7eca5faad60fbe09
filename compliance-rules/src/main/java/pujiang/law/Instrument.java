package pujiang.law;

import pujiang.compliance.Bilingual;

/**
 * A law, regulation or rule set.
 *
 * @param folder where its articles are, under {@code law/}
 */
public record Instrument(String folder, Bilingual name) {}
