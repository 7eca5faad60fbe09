package pujiang.compliance;

/**
 * The place of a statement in the law.
 *
 * @param rule id of the rule in the rule book, or of the article where no rule checks it
 * @param article as the instrument counts it
 */
public record Citation(String rule, Bilingual instrument, String article) {}
