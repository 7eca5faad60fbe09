package pujiang.host.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who takes part. The organisations are made up; their credit codes and LEI have valid check characters. */
enum DemoCast {
    AIR_LAB("jingan-air-lab", "静安大气数据实验室有限公司", "VENDOR", "MAINLAND", "creditCode", "91310106MA1PJ0A01K"),
    RIVER("river-analytics", "浦江数析科技有限公司", "BUYER", "MAINLAND", "creditCode", "91310115MA1PJ0B02D"),
    TALENT("talent-data", "英才数据服务有限公司", "VENDOR", "MAINLAND", "creditCode", "91310000MA1PJ0C039"),
    LION("lion-insights", "Lion Insights Pte. Ltd.", "BUYER", "FOREIGN", "lei", "9845PJ00DEMO00000186");

    private final String id;
    private final String displayName;
    private final String role;
    private final String seat;
    private final String register;
    private final String number;

    DemoCast(String id, String displayName, String role, String seat, String register, String number) {
        this.id = id;
        this.displayName = displayName;
        this.role = role;
        this.seat = seat;
        this.register = register;
        this.number = number;
    }

    /** The participant's id, and the name of its one user. */
    String id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    String role() {
        return role;
    }

    static DemoCast of(String id) {
        return Arrays.stream(values())
                .filter(member -> member.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The application for admission. */
    Map<String, ?> application() {
        return Map.of(
                "organisation",
                Map.of("name", displayName, "registration", Map.of(register, number), "seat", seat),
                "roles",
                List.of(role),
                "statement",
                statement());
    }

    /** What the law asks of whoever applies, and of the side on which it then trades. */
    private Map<String, ?> statement() {
        var facts = new HashMap<String, Object>(Map.of(
                "seller.isCIIO",
                "NO",
                "seller.piSubjectsHeld",
                this == TALENT ? 30_162 : 0,
                "seller.handlesMinorPI",
                false,
                "seller.faceSubjectsStored",
                0,
                "seller.importantDataOfficer",
                false,
                "buyer.isForeignJudicialBody",
                false));
        facts.putAll(Map.of(
                "product.deidStatus",
                this == TALENT ? "DE_IDENTIFIED" : "NOT_PI",
                "product.grade",
                "GENERAL",
                "product.importantStatus",
                "NONE",
                "product.vehicleData",
                false,
                "product.sourceType",
                role.equals("VENDOR") ? "CONTRACT" : "SELF_GENERATED",
                "product.personalCredit",
                false));
        facts.putAll(
                role.equals("VENDOR")
                        ? Map.of(
                                "seller.role", "PI_PROCESSOR",
                                "seller.ftzRegistered", false,
                                "seller.usesSimplifiedNotice", false)
                        : Map.of(
                                "buyer.remoteAccessFromAbroad", false,
                                "buyer.foreignControlled", seat.equals("FOREIGN"),
                                "buyer.foreignPersonInChina", false));
        return facts;
    }

    /** What the exchange found of it before it was admitted. */
    Map<String, ?> screening() {
        return DemoProducts.assessment(
                "the exchange 交易所",
                Map.of(
                        "buyer.onRestrictedPiList",
                        false,
                        "buyer.onControlList",
                        false,
                        "buyer.securityCapability",
                        "ASSESSED_OK",
                        "export.splitting",
                        "NO"),
                "lists of the day and questionnaire, made up for the demo");
    }
}
