package pujiang.host.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The offered data: a real series without personal data, and a person table to which many rules apply. */
final class DemoProducts {

    private static final List<String> AIR_COLUMNS = List.of(
            "No:integer",
            "year:integer",
            "month:integer",
            "day:integer",
            "hour:integer",
            "season:integer",
            "PM_Jingan:integer",
            "PM_US Post:integer",
            "PM_Xuhui:integer",
            "DEWP:number",
            "HUMI:number",
            "PRES:number",
            "TEMP:number",
            "cbwd:string",
            "Iws:number",
            "precipitation:number",
            "Iprec:number");

    private static final List<String> PERSON_COLUMNS = List.of(
            "sex:string",
            "age:integer",
            "race:string",
            "marital-status:string",
            "education:string",
            "native-country:string",
            "workclass:string",
            "occupation:string",
            "salary-class:string");

    private DemoProducts() {}

    /** PM2.5 Data of Five Chinese Cities, UCI, CC BY 4.0; see demo/data/SOURCES.md. */
    static Map<String, ?> air(long bytes, String sample) {
        var description = Map.of(
                "title",
                "上海市 PM2.5 小时值 2013–2015 / Hourly PM2.5 in Shanghai",
                "summary",
                "Three stations (Jing'an, US Post, Xuhui) with weather, hourly; NA marks a gap.",
                "schema",
                schema(AIR_COLUMNS),
                "from",
                "2013-01-29",
                "to",
                "2015-12-31",
                "frequency",
                "NEVER",
                "rows",
                25_601,
                "bytes",
                bytes,
                "sample",
                sample,
                "source",
                "UCI Machine Learning Repository, Liang et al. (2016), CC BY 4.0; redistributed with" + " attribution");
        return Map.of("description", description, "profile", notPersonal());
    }

    /** Shaped after the 1994 census extract "Adult" (UCI, CC BY 4.0); no byte of it is delivered by the demo. */
    static Map<String, ?> persons() {
        var description = Map.of(
                "title", "人才画像样本 / Work and income of 30,162 persons",
                "summary",
                        "Nine attributes a person, direct identifiers removed; de-identified data is still personal.",
                "schema", schema(PERSON_COLUMNS),
                "frequency", "NEVER",
                "rows", 30_162,
                "bytes", 2_516_935,
                "sample", "",
                "source", "UCI Machine Learning Repository, Becker and Kohavi (1996), CC BY 4.0");
        return Map.of("description", description, "profile", personal());
    }

    static Map<String, ?> terms(String price, List<String> purposes, List<String> territories) {
        return Map.of(
                "price",
                yuan(price),
                "purposes",
                purposes,
                "territories",
                territories,
                "termDays",
                365,
                "until",
                "2099-12-31");
    }

    static Map<String, String> yuan(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    /** What the vendor states about one recipient: the persons were told, and none was asked for separate consent. */
    static Map<String, ?> told(boolean anotherGround, boolean abroad) {
        var facts = new HashMap<String, Object>(Map.of(
                "pi.recipientNotified", true,
                "pi.separateConsentProvide", false));
        if (anotherGround) facts.put("pi.legalBasis", "OTHER_LAW");
        facts.putAll(Map.of("pi.piaDone", true, "contract.dataClauses", true));
        if (abroad) facts.putAll(sentAbroad());
        return Map.of("facts", facts, "evidence", "notice of 2026-10-01, on file with the vendor");
    }

    /** Told of the export, not asked for consent to it; few enough persons to need no contract or certificate. */
    private static Map<String, Object> sentAbroad() {
        return Map.of(
                "pi.exportNotice", true,
                "pi.separateConsentExport", false,
                "export.recipientProtection", true,
                "export.exemption", "NONE",
                "export.assessmentStatus", "NONE",
                "export.sccEffective", false);
    }

    /** What the made-up assessor of the demo found of each product. */
    static Map<String, ?> assessed() {
        return assessment(
                "demo assessor 演示评估机构",
                Map.of(
                        "sde.complianceAssessment",
                        "PASS",
                        "sde.qualityAssessment",
                        true,
                        "product.sourceExplained",
                        true,
                        "trade.harm",
                        "NO"),
                "reports made up for the demo");
    }

    static Map<String, ?> assessment(String assessor, Map<String, ?> facts, String evidence) {
        return Map.of("assessor", assessor, "facts", facts, "evidence", evidence, "validUntil", "2099-12-31");
    }

    private static Map<String, Object> notPersonal() {
        var facts = new HashMap<String, Object>(Map.of(
                "product.deidStatus", "NOT_PI",
                "product.piCategories", List.of(),
                "product.subjectCount", 0,
                "product.grade", "GENERAL",
                "product.importantStatus", "NONE",
                "product.sourceType", "CONTRACT",
                "product.collectionLawful", "YES",
                "product.rightsHeld", List.of("HOLD", "USE", "OPERATE"),
                "product.holderAuthorised", "YES",
                "product.rightsDispute", false));
        facts.putAll(Map.of(
                "product.stateSecret", false,
                "product.exportControlled", false,
                "product.nationalSecurityImpact", "NONE",
                "product.sampleExposesPI", false,
                "product.hgr", "NONE",
                "product.geoKind", "NONE",
                "product.personalCredit", false,
                "product.vehicleData", false));
        facts.put("product.certValidUntil", null);
        return facts;
    }

    private static Map<String, Object> personal() {
        var facts = notPersonal();
        facts.putAll(Map.of(
                "product.deidStatus",
                "DE_IDENTIFIED",
                "product.piCategories",
                List.of("ORDINARY"),
                "product.subjectCount",
                30_162,
                "product.minSubjectAge",
                17,
                "product.fieldsBeyondPurpose",
                false,
                "product.publicPlaceImagery",
                false,
                "product.publiclyDisclosedPI",
                false,
                "product.retentionExpired",
                false));
        facts.putAll(Map.of(
                "pi.legalBasis", "CONSENT",
                "pi.consentValid", true,
                "pi.consentCoversTrade", true,
                "pi.noticeComplete", true,
                "pi.withdrawnCount", 0,
                "pi.deidMeasures", true,
                "use.automatedDecision", false));
        return facts;
    }

    private static List<Map<String, String>> schema(List<String> columns) {
        var schema = new ArrayList<Map<String, String>>();
        for (var column : columns) {
            var parts = Arrays.asList(column.split(":"));
            schema.add(Map.of("name", parts.get(0), "type", parts.get(1), "meaning", ""));
        }
        return schema;
    }
}
