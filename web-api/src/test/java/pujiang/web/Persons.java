package pujiang.web;

/** A product of persons, and what its vendor states of one buyer, so that the law lets it pass. */
public final class Persons {

    /** De-identified data is personal still, so the law asks for what it will be used. */
    public static final String DE_IDENTIFIED =
            """
            "product.rightsDispute": false, "product.grade": "GENERAL", "product.piCategories": ["ORDINARY"],
            "product.subjectCount": 900, "product.minSubjectAge": 18, "product.fieldsBeyondPurpose": false,
            "product.publicPlaceImagery": false, "product.publiclyDisclosedPI": false,
            "product.retentionExpired": false, "pi.legalBasis": "CONSENT", "pi.consentValid": true,
            "pi.consentCoversTrade": true, "pi.noticeComplete": true, "pi.withdrawnCount": 0, "pi.deidMeasures": true,
            "use.automatedDecision": false""";

    public static final String TOLD =
            """
            {"facts": {"pi.recipientNotified": true, "pi.separateConsentProvide": true, "pi.piaDone": true,
              "contract.dataClauses": true}, "evidence": "notice on file"}""";

    private Persons() {}

    /** What a vendor registers. */
    public static String product(String title) {
        return Market.product(title, DE_IDENTIFIED).replace("\"NOT_PI\"", "\"DE_IDENTIFIED\"");
    }
}
