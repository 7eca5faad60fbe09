package pujiang.compliance;

import java.time.LocalDate;
import java.util.Set;

/** Facts about the data product as it would be delivered (数据产品). */
public final class ProductFacts {

    public static final Fact<DeidStatus> DEID_STATUS =
            Fact.oneOf("product.deidStatus", DeidStatus.class, "去标识化程度", "PI status of the product as delivered");

    public static final Fact<Set<PiCategory>> PI_CATEGORIES =
            Fact.someOf("product.piCategories", PiCategory.class, "个人信息种类", "kinds of PI in the product");

    public static final Fact<Long> MIN_SUBJECT_AGE = Fact.optionalInteger(
            "product.minSubjectAge", "最小年龄（周岁）", "full years of age of the youngest person in the data");

    public static final long MOST_SUBJECTS = Fact.MOST_PERSONS;

    public static final Fact<Long> SUBJECT_COUNT =
            Fact.persons("product.subjectCount", "个人信息主体数", "distinct natural persons in this product");

    public static final Fact<Grade> GRADE = Fact.oneOf("product.grade", Grade.class, "数据级别", "data grade");

    public static final Fact<ImportantStatus> IMPORTANT_STATUS = Fact.oneOf(
            "product.importantStatus",
            ImportantStatus.class,
            "重要数据确认状态",
            "whether an authority has notified or published it as important data");

    public static final Fact<Boolean> STATE_SECRET =
            Fact.bool("product.stateSecret", "国家秘密 / 工作秘密", "state secret or work secret");

    public static final Fact<Boolean> EXPORT_CONTROLLED =
            Fact.bool("product.exportControlled", "管制物项技术资料", "controlled-item technical data");

    public static final Fact<Boolean> EXPORT_LICENCE =
            Fact.bool("product.exportLicence", "出口许可", "export licence held for this buyer and use");

    public static final Fact<NationalSecurityImpact> NATIONAL_SECURITY_IMPACT = Fact.oneOf(
            "product.nationalSecurityImpact",
            NationalSecurityImpact.class,
            "影响或者可能影响国家安全",
            "possible national-security effect");

    public static final Fact<Boolean> SECURITY_REVIEW_PASSED =
            Fact.bool("product.securityReviewPassed", "国家安全审查/数据安全审查", "security review passed");

    public static final Fact<SourceType> SOURCE_TYPE =
            Fact.oneOf("product.sourceType", SourceType.class, "数据来源类型", "how the seller came to hold it");

    public static final Fact<Boolean> SOURCE_EXPLAINED =
            Fact.bool("product.sourceExplained", "数据来源说明", "seller has explained the source with evidence");

    public static final Fact<CollectionLawful> COLLECTION_LAWFUL =
            Fact.oneOf("product.collectionLawful", CollectionLawful.class, "收集合法正当", "legality of the collection");

    public static final Fact<Boolean> CRAWL_BYPASSED =
            Fact.bool("product.crawlBypassed", "避开或者破坏技术管理措施", "crawling bypassed technical measures / intruded");

    public static final Fact<Boolean> CRAWL_IMPACT_ASSESSED =
            Fact.bool("product.crawlImpactAssessed", "自动化工具影响评估", "impact on the crawled service assessed");

    public static final Fact<Boolean> CRAWL_SUBSTITUTES =
            Fact.bool("product.crawlSubstitutes", "实质性替代", "product substantively replaces the source's own offering");

    public static final Fact<Set<DataRight>> RIGHTS_HELD =
            Fact.someOf("product.rightsHeld", DataRight.class, "数据权利类型", "rights the seller holds in the product");

    public static final Fact<HolderAuthorised> HOLDER_AUTHORISED = Fact.oneOf(
            "product.holderAuthorised",
            HolderAuthorised.class,
            "合法权利人授权同意",
            "right-holders (incl. trade-secret owners) authorised the trade");

    public static final Fact<Boolean> RIGHTS_DISPUTE =
            Fact.bool("product.rightsDispute", "权属纠纷", "pending ownership dispute");

    public static final Fact<LocalDate> CERT_VALID_UNTIL = Fact.optionalDate(
            "product.certValidUntil", "数据产权登记凭证有效期", "expiry of the registration certificate relied on");

    public static final Fact<Boolean> SAMPLE_EXPOSES_PI =
            Fact.bool("product.sampleExposesPI", "样例数据含个人信息", "public sample / preview shows PI");

    public static final Fact<Boolean> FIELDS_BEYOND_PURPOSE =
            Fact.bool("product.fieldsBeyondPurpose", "超出最小必要", "fields not needed for the declared purpose");

    public static final Fact<Boolean> PUBLIC_PLACE_IMAGERY = Fact.bool(
            "product.publicPlaceImagery", "公共场所收集的个人图像、身份识别信息", "captured by public-place cameras / ID devices");

    public static final Fact<Boolean> PUBLICLY_DISCLOSED_PI =
            Fact.bool("product.publiclyDisclosedPI", "已公开的个人信息", "PI the person, or the law, already made public");

    public static final Fact<Boolean> SUBJECT_REFUSED =
            Fact.bool("product.subjectRefused", "个人明确拒绝", "person has expressly refused");

    public static final Fact<Boolean> MAJOR_IMPACT =
            Fact.bool("product.majorImpact", "对个人权益有重大影响", "processing of public PI has a major effect on the person");

    public static final Fact<Hgr> HGR = Fact.oneOf("product.hgr", Hgr.class, "人类遗传资源类别", "human genetic resources");

    public static final Fact<Boolean> HGR_COST_ONLY =
            Fact.bool("product.hgrCostOnly", "科研合理成本费用", "research supply at reasonable cost only");

    public static final Fact<Boolean> HGR_REPORTED =
            Fact.bool("product.hgrReported", "事先报告并提交信息备份", "prior report and backup filed with NHC");

    public static final Fact<Boolean> VEHICLE_DATA = Fact.bool("product.vehicleData", "汽车数据", "automotive data");

    public static final Fact<Boolean> VEHICLE_IMPORTANT_KIND = Fact.bool(
            "product.vehicleImportantKind",
            "汽车重要数据类型",
            "sensitive-area, traffic-flow, charging-network or outside-video data");

    public static final Fact<GeoKind> GEO_KIND =
            Fact.oneOf("product.geoKind", GeoKind.class, "测绘地理信息类型", "kind of geographic data");

    public static final Fact<Boolean> PERSONAL_CREDIT =
            Fact.bool("product.personalCredit", "个人征信产品", "product evaluates or reports personal credit");

    public static final Fact<Boolean> CREDIT_FORBIDDEN_FIELDS = Fact.bool(
            "product.creditForbiddenFields", "禁止采集的征信信息", "religion, gene, fingerprint, blood type, disease history");

    public static final Fact<Boolean> RETENTION_EXPIRED =
            Fact.bool("product.retentionExpired", "保存期限届满/目的已实现", "retention period over or purpose achieved");

    public enum DeidStatus {
        NOT_PI,
        IDENTIFIABLE,
        DE_IDENTIFIED,
        ANONYMISED_CLAIMED,
        ANONYMISED_VERIFIED
    }

    public enum PiCategory {
        ORDINARY,
        BIOMETRIC,
        FACE,
        RELIGION,
        SPECIFIC_IDENTITY,
        HEALTH,
        FINANCIAL_ACCOUNT,
        LOCATION_TRACK,
        OTHER_SENSITIVE
    }

    public enum Grade {
        CORE,
        IMPORTANT,
        GENERAL,
        UNGRADED
    }

    public enum ImportantStatus {
        DESIGNATED,
        DECLARED_PENDING,
        SUSPECTED,
        NONE
    }

    public enum NationalSecurityImpact {
        NONE,
        POSSIBLE
    }

    public enum SourceType {
        SELF_GENERATED,
        CONTRACT,
        CRAWLED,
        DERIVED,
        ENTRUSTED,
        PUBLIC_OPEN,
        PUBLIC_AUTHORISED,
        PUBLIC_SHARED,
        GOV_CONTRACTOR
    }

    public enum CollectionLawful {
        YES,
        NO,
        DOUBTFUL
    }

    public enum DataRight {
        HOLD,
        USE,
        OPERATE
    }

    public enum HolderAuthorised {
        YES,
        NO,
        UNKNOWN
    }

    public enum Hgr {
        NONE,
        MATERIAL,
        INFORMATION
    }

    public enum GeoKind {
        NONE,
        APPROVED_PUBLIC,
        SECRET_SURVEY,
        UNPUBLISHED_KEY_GEO,
        UNREVIEWED_MAP
    }

    private ProductFacts() {}
}
