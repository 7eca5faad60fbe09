package pujiang.compliance;

/** A text in both languages. It is stored with the record that it explains, so old decisions stay readable. */
public record Bilingual(String zh, String en) {}
