package pujiang.law;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Citation;
import pujiang.compliance.Obligor;
import pujiang.compliance.Provision;
import pujiang.compliance.Provision.Kind;
import pujiang.compliance.Provisions;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;

/**
 * The provisions that no rule finds at a gate. Some of their articles have rules of the same id, which check the same
 * requirement at the gates.
 */
final class StandingProvisions implements Provisions {

    private static final Bilingual PIPL = new Bilingual("个人信息保护法", "Personal Information Protection Law");
    private static final Bilingual NDSR = new Bilingual("网络数据安全管理条例", "Network Data Security Management Regulations");
    private static final Bilingual MINORS =
            new Bilingual("未成年人网络保护条例", "Regulations on the Protection of Minors Online");
    private static final Bilingual PUBLIC = new Bilingual(
            "公共数据资源授权运营实施规范（试行）", "Specification on the Authorised Operation of Public-data Resources (trial)");
    private static final Bilingual SHDR = new Bilingual("上海市数据条例", "Shanghai Data Regulation");
    private static final Bilingual CIVIL_CODE = new Bilingual("民法典", "Civil Code");

    private static final Citation CONTRACT = new Citation("CC-509", CIVIL_CODE, "509(1)");

    /**
     * NDSR art. 33 names the year and no day. Twenty working days after its end (Order 24 art. 16) are about then: our own
     * choice.
     */
    private static final Month REPORT_ON_IMPORTANT_DATA = Month.JANUARY;

    /** NDA notice of 2026-02-10. */
    private static final Month DISCLOSURE = Month.MARCH;

    private final Supplier<ThresholdTable> inForce;

    StandingProvisions(Supplier<ThresholdTable> inForce) {
        this.inForce = inForce;
    }

    @Override
    public List<Provision> ofDelivery(Traits traits, LocalDate day) {
        return Stream.of(
                        ofUse(traits),
                        traits.is(Trait.IMPORTANT_DATA) ? importantData() : List.<Provision>of(),
                        traits.is(Trait.AUTHORISED_OPERATION) ? disclosure() : List.<Provision>of(),
                        traits.is(Trait.OF_MINORS) ? minors(day) : List.<Provision>of())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Citation rescission() {
        return new Citation("CC-566", CIVIL_CODE, "566(1)");
    }

    @Override
    public Citation withdrawnConsent() {
        return new Citation("PIPL-15-1", PIPL, "15、47(1)(3)");
    }

    @Override
    public Citation lapsedAuthority() {
        return new Citation("SHDR-55-2", SHDR, "55(2)");
    }

    @Override
    public Citation unlawfulTrade() {
        return new Citation("SHDR-67-1", SHDR, "67(2)");
    }

    /** Obligations with an article are proven separately; those of a contract are proven together. */
    private static List<Provision> ofUse(Traits traits) {
        if (traits.mayBe(Trait.PERSONAL_INFORMATION)) {
            return List.of(
                    deletion(new Citation("PIPL-47", PIPL, "47(1)(1)(2)、19")),
                    agreedUse(new Citation("PIPL-23-2", PIPL, "23")),
                    onwardTransfer(new Citation("PIPL-23-1", PIPL, "23")));
        }
        return traits.is(Trait.IMPORTANT_DATA)
                ? List.of(
                        deletion(CONTRACT),
                        agreedUse(new Citation("NDSR-12", NDSR, "12(2)")),
                        onwardTransfer(new Citation("NDSR-31-1", NDSR, "12、31")))
                : List.of(contract());
    }

    /** One of the kinds is deletion, which ends them; and the buyer makes one declaration (一件事). */
    private static Provision contract() {
        return ofBuyer(
                Kind.DELETION,
                CONTRACT,
                new Bilingual(
                        "按约定使用数据、不得向他人提供、到期删除",
                        "Use the data as agreed, do not provide it to others, delete it at the end of the term"),
                new Bilingual(
                        "仅按约定用途使用；未经供方同意，不得向他人提供；在期限届满之日前删除数据及全部副本；就以上三项书面声明",
                        "Use the data for the agreed purpose only, do not provide it to others"
                                + " without the vendor's consent, delete the data and"
                                + " every copy by the last day, and declare all three at once"));
    }

    private static Provision deletion(Citation law) {
        return ofBuyer(
                Kind.DELETION,
                law,
                new Bilingual("使用期限届满删除数据", "Delete the data when its term ends"),
                new Bilingual(
                        "在期限届满之日前删除数据及全部副本并书面声明",
                        "Delete the data and every copy by the last day, and declare the deletion"));
    }

    private static Provision agreedUse(Citation law) {
        return ofBuyer(
                Kind.AGREED_USE,
                law,
                new Bilingual("按约定用途使用数据", "Use the data for the agreed purpose only"),
                new Bilingual(
                        "仅按约定用途、方式使用，并在期限届满时书面声明",
                        "Use the data for the agreed purpose and by the agreed method only,"
                                + " and declare this when the term ends"));
    }

    private static Provision onwardTransfer(Citation law) {
        return ofBuyer(
                Kind.ONWARD_TRANSFER,
                law,
                new Bilingual("未经同意不得向他人提供", "Do not provide the data to others without consent"),
                new Bilingual(
                        "未经供方同意（涉及个人信息的，还须取得个人的单独同意），不得向他人提供，并在期限届满时书面声明",
                        "Do not provide the data to others without the consent of the vendor"
                                + " and, for personal information, of each"
                                + " individual, and declare this when the term ends"));
    }

    /** Both process important data from now on, and each is responsible for its own processing. */
    private static List<Provision> importantData() {
        var title = new Bilingual("重要数据年度风险评估", "Yearly risk assessment of important data");
        var remedy = new Bilingual(
                "完成年度风险评估并向主管部门报送报告", "Carry out the yearly risk assessment and submit its report to the authority");
        return ofBoth(new Citation("NDSR-33-1", NDSR, "33"), title, remedy, REPORT_ON_IMPORTANT_DATA);
    }

    private List<Provision> minors(LocalDate day) {
        var title = new Bilingual("未成年人个人信息合规审计", "Yearly audit of the processing of minors' personal information");
        var remedy = new Bilingual(
                "完成上一年度合规审计，于 1 月 31 日前报送所在地设区的市级网信部门",
                "Audit the past year and report the result to the city-level CAC by 31 January");
        return ofBoth(new Citation("MINOR-37-1", MINORS, "37"), title, remedy, monthToReport(day));
    }

    /** The same number that determines when the audit is overdue. */
    private Month monthToReport(LocalDate day) {
        return inForce.get().on("minor", "months-to-report", day).stream()
                .mapToObj(months -> Month.of(Math.clamp(months, 1, 12)))
                .findFirst()
                .orElse(Month.JANUARY);
    }

    private static List<Provision> disclosure() {
        return List.of(new Provision(
                Kind.YEARLY,
                new Citation("PDAO-1", PUBLIC, "协议"),
                new Bilingual("授权运营年度信息披露", "Yearly disclosure of authorised operation"),
                new Bilingual(
                        "于 3 月 31 日前披露上一年度授权运营情况", "Disclose the authorised operation of the past year by 31 March"),
                Obligor.VENDOR,
                DISCLOSURE));
    }

    private static List<Provision> ofBoth(Citation law, Bilingual title, Bilingual remedy, @Nullable Month month) {
        return Stream.of(Obligor.VENDOR, Obligor.BUYER)
                .map(bearer -> new Provision(Kind.YEARLY, law, title, remedy, bearer, month))
                .toList();
    }

    private static Provision ofBuyer(Kind kind, Citation law, Bilingual title, Bilingual remedy) {
        return new Provision(kind, law, title, remedy, Obligor.BUYER, null);
    }
}
