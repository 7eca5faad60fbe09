package pujiang.web.demo;

import java.util.Arrays;
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
                role.equals("VENDOR")
                        ? Map.of("seller.role", "PI_PROCESSOR", "seller.isCIIO", "NO")
                        : Map.of("buyer.remoteAccessFromAbroad", false));
    }
}
