package pujiang.compliance;

import pujiang.refusal.Identifiers;

/** The name of an assessment, chosen when it is filed. */
public record AssessmentId(String value) {

    public AssessmentId {
        Identifiers.check("assessment", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
