package pujiang.compliance;

/**
 * Where the law says something.
 *
 * @param rule id of the rule in the book, or of the article where no rule asks for it
 * @param article as the instrument counts it
 */
public record Citation(String rule, Bilingual instrument, String article) {}
