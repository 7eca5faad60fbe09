package pujiang.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import pujiang.digest.Sha256;

/**
 * What stands before the first trade: one vendor with one product that many buy, and a buyer for every client.
 *
 * @param content the small file that each trade delivers
 */
record Fair(User vendor, List<User> buyers, String listing, String sha256, String content) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String PASSWORD = "a long pass phrase";

    static Fair opened(URI exchange, String operatorsPassword, int buyers) throws IOException {
        var operator = User.signedIn(exchange, "operator", operatorsPassword);
        var vendor = admitted(operator, "fair-vendor", "VENDOR", 0);
        vendor.put("/api/v1/products/fair-air", product());
        operator.put("/api/v1/products/fair-air/assessments/admission", assessed());
        vendor.put("/api/v1/listings/fair-listing", offer());
        var content = "hour,pm25\n2013-01-29T00:00,87\n".repeat(30);
        var digest = new Sha256().add(content).hex();
        vendor.upload("/api/v1/contents/" + digest, content);
        var all = new ArrayList<User>();
        for (int i = 1; i <= buyers; i++) {
            var id = "fair-buyer-" + i;
            all.add(admitted(operator, id, "BUYER", i));
            operator.post(
                    "/api/v1/accounts/" + id + "/deposits",
                    id + "-deposit",
                    """
                    {"amount": {"amount": "900000000.00", "currency": "CNY"}, "reference": "%s"}"""
                            .formatted(id));
        }
        return new Fair(vendor, List.copyOf(all), "fair-listing", digest, content);
    }

    static byte[] digest(String text) {
        return new Sha256().add(text).bytes();
    }

    private static User admitted(User operator, String id, String role, int number) throws IOException {
        operator.put(
                "/api/v1/participants/" + id,
                """
                {"organisation": {"name": "%s", "registration": {"creditCode": "%s"}, "seat": "MAINLAND"},
                 "roles": ["%s"], "statement": %s}"""
                        .formatted(id, creditCode(number), role, statement()));
        operator.put("/api/v1/participants/" + id + "/assessments/screening", screened());
        operator.post(
                "/api/v1/participants/" + id + "/verification", id + "-verify", "{\"evidence\": \"registry extract\"}");
        operator.put(
                "/api/v1/users/" + id,
                """
                {"displayName": "%s", "participant": "%s", "roles": ["%s"], "password": "%s"}"""
                        .formatted(id, id, role, PASSWORD));
        return User.firstSignedIn(operator.exchange(), id, PASSWORD, PASSWORD + " of my own");
    }

    /** What an organisation without personal information states of itself, so that every rule about it is decided. */
    private static String statement() {
        return """
                {"seller.role": "PI_PROCESSOR", "seller.isCIIO": "NO", "seller.ftzRegistered": false,
                 "seller.piSubjectsHeld": 0, "seller.handlesMinorPI": false, "seller.faceSubjectsStored": 0,
                 "seller.importantDataOfficer": false, "seller.usesSimplifiedNotice": false,
                 "buyer.remoteAccessFromAbroad": false, "buyer.foreignControlled": false,
                 "buyer.foreignPersonInChina": false, "buyer.isForeignJudicialBody": false,
                 "product.deidStatus": "NOT_PI", "product.grade": "GENERAL", "product.importantStatus": "NONE",
                 "product.vehicleData": false, "product.sourceType": "SELF_GENERATED",
                 "product.personalCredit": false}""";
    }

    private static String screened() {
        return """
                {"assessor": "the exchange", "facts": {"buyer.onRestrictedPiList": false, "buyer.onControlList": false,
                  "buyer.securityCapability": "ASSESSED_OK", "export.splitting": "NO"},
                 "evidence": "lists of the day; questionnaire", "validUntil": "2099-12-31"}""";
    }

    static String assessed() {
        return """
                {"assessor": "a law firm", "facts": {"sde.complianceAssessment": "PASS", "sde.qualityAssessment": true,
                  "product.sourceExplained": true, "trade.harm": "NO"},
                 "evidence": "report 2026/7", "validUntil": "2099-12-31"}""";
    }

    /** With the check character of GB 32100-2015. */
    private static String creditCode(int number) {
        var code = "91310000MA1FB%04d".formatted(number);
        int weight = 1;
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The demo's product: hourly PM2.5, no personal information. */
    static String product() {
        return """
                {"description": {"title": "Hourly PM2.5 in Shanghai", "summary": "", "schema": [{"name": "hour",
                  "type": "timestamp", "meaning": "start"}, {"name": "pm25", "type": "integer", "meaning": "µg/m³"}],
                  "from": "2013-01-29", "to": "2015-12-31", "frequency": "NEVER", "rows": 30, "bytes": 870,
                  "sample": "2013-01-29T00:00,87", "source": "UCI Machine Learning Repository, CC BY 4.0"},
                 "profile": {"product.deidStatus": "NOT_PI", "product.piCategories": [], "product.subjectCount": 0,
                  "product.grade": "GENERAL", "product.importantStatus": "NONE", "product.sourceType": "CONTRACT",
                  "product.collectionLawful": "YES", "product.rightsHeld": ["HOLD", "USE", "OPERATE"],
                  "product.holderAuthorised": "YES", "product.rightsDispute": false, "product.vehicleData": false,
                  "product.stateSecret": false, "product.exportControlled": false,
                  "product.nationalSecurityImpact": "NONE", "product.certValidUntil": null,
                  "product.sampleExposesPI": false, "product.hgr": "NONE", "product.geoKind": "NONE",
                  "product.personalCredit": false}}""";
    }

    static String offer() {
        return """
                {"product": "fair-air", "terms": {"price": {"amount": "50.00", "currency": "CNY"},
                 "purposes": ["ANALYTICS", "RESEARCH"], "territories": ["MAINLAND"], "termDays": 365,
                 "until": "2099-12-31"}}""";
    }
}
