package pujiang.web.demo;

import java.util.List;
import java.util.Map;

/** Who takes part. The organisations are made up; their credit codes and LEI have valid check characters. */
enum DemoCast {
    AIR_LAB("jingan-air-lab", "静安大气数据实验室有限公司", "MAINLAND", Map.of("creditCode", "91310106MA1PJ0A01K"), "VENDOR"),
    RIVER_ANALYTICS("river-analytics", "浦江数析科技有限公司", "MAINLAND", Map.of("creditCode", "91310115MA1PJ0B02D"), "BUYER"),
    TALENT_DATA("talent-data", "英才数据服务有限公司", "MAINLAND", Map.of("creditCode", "91310000MA1PJ0C039"), "VENDOR"),
    LION_INSIGHTS("lion-insights", "Lion Insights Pte. Ltd.", "FOREIGN", Map.of("lei", "9845PJ00DEMO00000186"), "BUYER");

    final String id;
    private final String name;
    private final String seat;
    private final Map<String, String> registration;
    final String role;

    DemoCast(String id, String name, String seat, Map<String, String> registration, String role) {
        this.id = id;
        this.name = name;
        this.seat = seat;
        this.registration = registration;
        this.role = role;
    }

    /** The application for admission. */
    Map<String, ?> application() {
        return Map.of(
                "organisation",
                Map.of("name", name, "registration", registration, "seat", seat),
                "roles",
                List.of(role),
                "statement",
                role.equals("VENDOR") ? Map.of("seller.role", "PI_PROCESSOR", "seller.isCIIO", "NO") : Map.of());
    }
}
