package pujiang.compliance;

/** A text for people. Both languages are stored with what they explain, so an old decision stays readable. */
public record Bilingual(String zh, String en) {}
