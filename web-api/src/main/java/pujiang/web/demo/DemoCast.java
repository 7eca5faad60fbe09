package pujiang.web.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Who takes part. The organisations are made up; their credit codes and LEI have valid check characters. */
enum DemoCast {
    AIR_LAB("jingan-air-lab", "静安大气数据实验室有限公司", "VENDOR", "MAINLAND", Map.of("creditCode", "91310106MA1PJ0A01K")),
    RIVER("river-analytics", "浦江数析科技有限公司", "BUYER", "MAINLAND", Map.of("creditCode", "91310115MA1PJ0B02D")),
    TALENT("talent-data", "英才数据服务有限公司", "VENDOR", "MAINLAND", Map.of("creditCode", "91310000MA1PJ0C039")),
    LION("lion-insights", "Lion Insights Pte. Ltd.", "BUYER", "FOREIGN", Map.of("lei", "9845PJ00DEMO00000186"));

    private final String id;
    private final String displayName;
    private final String role;
    private final String seat;
    private final Map<String, String> registration;

    DemoCast(String id, String displayName, String role, String seat, Map<String, String> registration) {
        this.id = id;
        this.displayName = displayName;
        this.role = role;
        this.seat = seat;
        this.registration = registration;
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
                Map.of("name", displayName, "registration", registration, "seat", seat),
                "roles",
                List.of(role),
                "statement",
                role.equals("VENDOR")
                        ? Map.of("seller.role", "PI_PROCESSOR", "seller.isCIIO", "NO")
                        : Map.of("buyer.remoteAccessFromAbroad", false));
    }
}
