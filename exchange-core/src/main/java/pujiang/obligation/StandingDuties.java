package pujiang.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.DeidStatus;
import pujiang.compliance.ProductFacts.Grade;
import pujiang.compliance.ProductFacts.ImportantStatus;
import pujiang.compliance.ProductFacts.SourceType;
import pujiang.obligation.Duty.Kind;
import pujiang.trade.Agreement;
import pujiang.trade.TradeDesk;
import pujiang.trade.TradeId;

/**
 * The duties that begin with a delivery, from the agreement and from the facts that the law saw. Days are Shanghai's.
 *
 * <p>Chosen by us: a duty to refrain is shown on the last day of use, by a declaration, and the yearly report on important
 * data is due on 31 January, because the articles name the year but no day (NDSR art. 33), and twenty working days after
 * its end (Order 24 art. 16) are about then. Not modelled: that a law may demand to keep what an agreement says to delete.
 */
public final class StandingDuties {

    /** How soon data goes back when its trade is undone. Our own choice; Civil Code art. 566 says no day. */
    private static final int DAYS_FROM_RESCISSION = 10;

    private static final long AGE_OF_MAJORITY = 18;

    private static final Bilingual PIPL = new Bilingual("个人信息保护法", "Personal Information Protection Law");
    private static final Bilingual NDSR = new Bilingual("网络数据安全管理条例", "Network Data Security Management Regulations");
    private static final Bilingual MINORS =
            new Bilingual("未成年人网络保护条例", "Regulations on the Protection of Minors Online");
    private static final Bilingual PUBLIC = new Bilingual(
            "公共数据资源授权运营实施规范(试行)", "Specification on the Authorised Operation of Public-data Resources (trial)");
    private static final Bilingual CIVIL_CODE = new Bilingual("民法典", "Civil Code");

    private final TradeId trade;
    private final Agreement agreement;
    private final FactSheet facts;
    private final String source;
    private final LocalDate delivered;
    private final LocalDate lastDayOfUse;

    private StandingDuties(TradeId trade, Agreement agreement, FactSheet facts, String source, Instant delivered) {
        this.trade = trade;
        this.agreement = agreement;
        this.facts = facts;
        this.source = source;
        this.delivered = LocalDate.ofInstant(delivered, TradeDesk.SHANGHAI);
        this.lastDayOfUse = this.delivered.plusDays(agreement.terms().termDays());
    }

    /**
     * @param facts that the law saw when it let the delivery pass
     * @param source digest of the receipt
     */
    public static List<Duty> of(TradeId trade, Agreement agreement, FactSheet facts, String source, Instant delivered) {
        return new StandingDuties(trade, agreement, facts, source, delivered).all();
    }

    /** A delivered trade was undone: the buyer has its money back, and keeps no copy. */
    public static Duty ofRescission(TradeId trade, Agreement agreement, Instant rescinded) {
        var last = LocalDate.ofInstant(rescinded, TradeDesk.SHANGHAI).plusDays(DAYS_FROM_RESCISSION);
        return new Duty(
                Kind.DELETION,
                "CC-566",
                CIVIL_CODE,
                "566(1)",
                new Bilingual("合同解除后删除数据", "Delete the data of a rescinded trade"),
                new Bilingual("删除数据及全部副本并书面声明", "delete the data and every copy, and declare the deletion"),
                Bearer.buyer(agreement.buyer()),
                Concern.of(trade, agreement),
                "trade " + trade,
                Duty.endOf(last),
                null);
    }

    /** What is owed next year, if the ground of a yearly duty still holds in the year that would be reported on. */
    public static Optional<Duty> following(Duty duty) {
        var next = duty.lastDay().plusYears(1);
        return duty.until() == null || next.getYear() - 1 > duty.until().getYear()
                ? Optional.empty()
                : Optional.of(duty.dueOn(next));
    }

    private List<Duty> all() {
        var duties = new ArrayList<>(ofTheBuyer());
        if (isImportant()) duties.addAll(importantData());
        if (is(ProductFacts.SOURCE_TYPE, SourceType.PUBLIC_AUTHORISED)) duties.add(disclosure());
        if (facts.answer(ProductFacts.MIN_SUBJECT_AGE) instanceof Known<Long>(var age) && age < AGE_OF_MAJORITY) {
            duties.addAll(minors());
        }
        return duties;
    }

    /** Where each is owed by an article of its own, each is shown by itself; a contract's duties are shown as one. */
    private List<Duty> ofTheBuyer() {
        if (isPersonal()) {
            return List.of(
                    deletion("PIPL-47", PIPL, "47(1)(1)(2)、19"),
                    agreedUse("PIPL-23-2", PIPL, "23"),
                    onwardTransfer("PIPL-23-1", PIPL, "23"));
        }
        return isImportant()
                ? List.of(
                        deletion("CC-509", CIVIL_CODE, "509(1)"),
                        agreedUse("NDSR-12", NDSR, "12(2)"),
                        onwardTransfer("NDSR-31-1", NDSR, "12、31"))
                : List.of(contract());
    }

    /** A deletion among the kinds, for that is what ends it; and one declaration for a buyer to make (一件事). */
    private Duty contract() {
        return ofBuyer(
                Kind.DELETION,
                "CC-509",
                CIVIL_CODE,
                "509(1)",
                new Bilingual(
                        "按约定使用数据、不得向他人提供、到期删除",
                        "Use the data as agreed, do not pass it on, delete it at the end of the term"),
                new Bilingual(
                        "仅按约定用途使用；未经供方同意，不得向他人提供；在期限届满之日前删除数据及全部副本；就以上三项书面声明",
                        "use the data for the agreed purpose only, do not provide it to others"
                                + " without the vendor's consent, delete the data and"
                                + " every copy by the last day, and declare all three at once"));
    }

    private Duty deletion(String rule, Bilingual instrument, String article) {
        return ofBuyer(
                Kind.DELETION,
                rule,
                instrument,
                article,
                new Bilingual("使用期限届满删除数据", "Delete the data when its term ends"),
                new Bilingual(
                        "在期限届满之日前删除数据及全部副本并书面声明",
                        "delete the data and every copy by the last day, and declare the deletion"));
    }

    private Duty agreedUse(String rule, Bilingual instrument, String article) {
        return ofBuyer(
                Kind.AGREED_USE,
                rule,
                instrument,
                article,
                new Bilingual("按约定用途使用数据", "Use the data for the agreed purpose only"),
                new Bilingual(
                        "仅按约定用途、方式使用，并在期限届满时书面声明",
                        "use the data for the agreed purpose and by the agreed method only, and declare"
                                + " this when the term ends"));
    }

    private Duty onwardTransfer(String rule, Bilingual instrument, String article) {
        return ofBuyer(
                Kind.ONWARD_TRANSFER,
                rule,
                instrument,
                article,
                new Bilingual("未经同意不得向他人提供", "Do not provide the data to others without consent"),
                new Bilingual(
                        "未经供方同意（涉及个人信息的，还须取得个人的单独同意），不得向他人提供，并在期限届满时书面声明",
                        "do not provide the data to others without the consent of the vendor and, for personal"
                                + " information, of each individual, and declare this when the term ends"));
    }

    /** Both process important data from now on, and each answers for itself. */
    private List<Duty> importantData() {
        var title = new Bilingual("重要数据年度风险评估", "Yearly risk assessment of important data");
        var remedy = new Bilingual("完成年度风险评估并向主管部门报送报告", "carry out the yearly risk assessment and submit its report");
        return yearly("NDSR-33-1", NDSR, "33", title, remedy);
    }

    private List<Duty> minors() {
        var title = new Bilingual("未成年人个人信息合规审计", "Yearly audit of the handling of minors' personal information");
        var remedy = new Bilingual(
                "完成上一年度合规审计，于 1 月 31 日前报送所在地设区的市级网信部门",
                "audit the past year and report the result to the city-level CAC by 31 January");
        return yearly("MINOR-37-1", MINORS, "37", title, remedy);
    }

    private List<Duty> yearly(String rule, Bilingual instrument, String article, Bilingual title, Bilingual remedy) {
        return List.of(
                ofVendor(rule, instrument, article, title, remedy, Month.JANUARY),
                duty(
                        Kind.YEARLY,
                        rule,
                        instrument,
                        article,
                        title,
                        remedy,
                        Bearer.buyer(agreement.buyer()),
                        Concern.ofTheBuyer(agreement),
                        endOf(Month.JANUARY),
                        lastDayOfUse));
    }

    /** NDA notice of 2026-02-10. */
    private Duty disclosure() {
        return ofVendor(
                "PDAO-1",
                PUBLIC,
                "协议",
                new Bilingual("授权运营年度信息披露", "Yearly disclosure of authorised operation"),
                new Bilingual(
                        "于 3 月 31 日前披露上一年度授权运营情况", "disclose the authorised operation of the past year by 31 March"),
                Month.MARCH);
    }

    private Duty ofBuyer(
            Kind kind, String rule, Bilingual instrument, String article, Bilingual title, Bilingual remedy) {
        var bearer = Bearer.buyer(agreement.buyer());
        var concern = Concern.of(trade, agreement);
        return duty(kind, rule, instrument, article, title, remedy, bearer, concern, lastDayOfUse, null);
    }

    /** Once for a listing, however often it is sold. */
    private Duty ofVendor(
            String rule, Bilingual instrument, String article, Bilingual title, Bilingual remedy, Month month) {
        var bearer = Bearer.vendor(agreement.vendor());
        var concern = Concern.ofTheListing(agreement);
        return duty(Kind.YEARLY, rule, instrument, article, title, remedy, bearer, concern, endOf(month), lastDayOfUse);
    }

    private Duty duty(
            Kind kind,
            String rule,
            Bilingual instrument,
            String article,
            Bilingual title,
            Bilingual remedy,
            Bearer bearer,
            Concern concern,
            LocalDate last,
            @Nullable LocalDate until) {
        return new Duty(
                kind, rule, instrument, article, title, remedy, bearer, concern, source, Duty.endOf(last), until);
    }

    /** In the year after the delivery, for the year of the delivery is the first to be reported on. */
    private LocalDate endOf(Month month) {
        return LocalDate.of(delivered.getYear() + 1, month, month.maxLength());
    }

    /** De-identified data still is, and so is what is not known to be anonymous (PIPL art. 4). */
    private boolean isPersonal() {
        return !is(ProductFacts.DEID_STATUS, DeidStatus.NOT_PI)
                && !is(ProductFacts.DEID_STATUS, DeidStatus.ANONYMISED_VERIFIED);
    }

    private boolean isImportant() {
        return is(ProductFacts.GRADE, Grade.IMPORTANT) || is(ProductFacts.IMPORTANT_STATUS, ImportantStatus.DESIGNATED);
    }

    private <T> boolean is(Fact<T> fact, T value) {
        return facts.answer(fact) instanceof Known<T>(var known) && known.equals(value);
    }
}
