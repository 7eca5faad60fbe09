package pujiang.compliance;

import static pujiang.compliance.StatementChannel.AFTERWARDS;
import static pujiang.compliance.StatementChannel.BUSINESS;
import static pujiang.compliance.StatementChannel.BUYER_STATEMENT;
import static pujiang.compliance.StatementChannel.COUNT;
import static pujiang.compliance.StatementChannel.OWN;
import static pujiang.compliance.StatementChannel.PARTICIPANT_ASSESSMENT;
import static pujiang.compliance.StatementChannel.PRODUCT_ASSESSMENT;
import static pujiang.compliance.StatementChannel.PROFILE;
import static pujiang.compliance.StatementChannel.RECIPIENT;
import static pujiang.compliance.StatementChannel.SELLER_STATEMENT;
import static pujiang.compliance.StatementChannel.USE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import pujiang.compliance.PersonalInformationFacts.LegalBasis;
import pujiang.compliance.ProductFacts.DeidStatus;
import pujiang.compliance.ProductFacts.GeoKind;

/**
 * The table of {@link FactProvenance}. Proof is required where the catalogue requires it: evidenced, verified, assessed,
 * passed, approved, licensed, filed, reported, registered.
 */
final class FactProvenanceTable {

    private FactProvenanceTable() {}

    static List<FactProvenance> all() {
        return Stream.of(
                        ofParties(),
                        ofProducts(),
                        ofProductsPapers(),
                        ofPersons(),
                        ofPublicData(),
                        ofTrades(),
                        ofTheExchange())
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<FactProvenance> ofParties() {
        return Stream.of(
                        claims(SELLER_STATEMENT)
                                .of(
                                        SellerFacts.ROLE,
                                        SellerFacts.IS_CIIO,
                                        SellerFacts.PI_SUBJECTS_HELD,
                                        SellerFacts.HANDLES_MINOR_PI,
                                        SellerFacts.FACE_SUBJECTS_STORED,
                                        SellerFacts.IMPORTANT_DATA_OFFICER,
                                        SellerFacts.USES_SIMPLIFIED_NOTICE),
                        proven(Proof.of(true), SELLER_STATEMENT)
                                .of(
                                        SellerFacts.FTZ_REGISTERED,
                                        SellerFacts.PIP_OFFICER_FILED,
                                        SellerFacts.FACE_FILED,
                                        SellerFacts.CREDIT_LICENCE),
                        proven(Proof.OF_ANY, SELLER_STATEMENT)
                                .of(
                                        SellerFacts.LAST_PI_AUDIT_DATE,
                                        SellerFacts.MINOR_AUDIT_REPORTED_YEAR,
                                        SellerFacts.LAST_RISK_REPORT_YEAR),
                        claims(BUYER_STATEMENT)
                                .of(
                                        BuyerFacts.REMOTE_ACCESS_FROM_ABROAD,
                                        BuyerFacts.FOREIGN_CONTROLLED,
                                        BuyerFacts.FOREIGN_PERSON_IN_CHINA,
                                        BuyerFacts.IS_FOREIGN_JUDICIAL_BODY),
                        proven(Proof.of(true), BUYER_STATEMENT).of(BuyerFacts.AUTHORITY_APPROVAL),
                        claims(PARTICIPANT_ASSESSMENT)
                                .of(
                                        BuyerFacts.ON_RESTRICTED_PI_LIST,
                                        BuyerFacts.ON_CONTROL_LIST,
                                        BuyerFacts.SECURITY_CAPABILITY,
                                        // Stated by the vendor, whose volumes they are (Certification Measures art. 6).
                                        ExportFacts.SPLITTING))
                .flatMap(part -> part);
    }

    private static Stream<FactProvenance> ofProducts() {
        return Stream.of(
                        claims(PROFILE, BUSINESS)
                                .of(
                                        ProductFacts.SUBJECT_COUNT,
                                        ProductFacts.GRADE,
                                        ProductFacts.IMPORTANT_STATUS,
                                        ProductFacts.SOURCE_TYPE,
                                        ProductFacts.VEHICLE_DATA,
                                        ProductFacts.VEHICLE_IMPORTANT_KIND,
                                        ProductFacts.PERSONAL_CREDIT,
                                        ProductFacts.CREDIT_FORBIDDEN_FIELDS),
                        claims(PROFILE)
                                .of(
                                        ProductFacts.PI_CATEGORIES,
                                        ProductFacts.MIN_SUBJECT_AGE,
                                        ProductFacts.STATE_SECRET,
                                        ProductFacts.EXPORT_CONTROLLED,
                                        ProductFacts.NATIONAL_SECURITY_IMPACT,
                                        ProductFacts.COLLECTION_LAWFUL,
                                        ProductFacts.CRAWL_BYPASSED,
                                        ProductFacts.CRAWL_SUBSTITUTES,
                                        ProductFacts.RIGHTS_HELD,
                                        ProductFacts.HOLDER_AUTHORISED,
                                        ProductFacts.RIGHTS_DISPUTE,
                                        ProductFacts.CERT_VALID_UNTIL,
                                        ProductFacts.SAMPLE_EXPOSES_PI,
                                        ProductFacts.PUBLIC_PLACE_IMAGERY,
                                        ProductFacts.PUBLICLY_DISCLOSED_PI,
                                        ProductFacts.SUBJECT_REFUSED,
                                        ProductFacts.MAJOR_IMPACT,
                                        ProductFacts.HGR,
                                        ProductFacts.HGR_COST_ONLY,
                                        ProductFacts.RETENTION_EXPIRED),
                        claims(PROFILE, RECIPIENT).of(ProductFacts.FIELDS_BEYOND_PURPOSE))
                .flatMap(part -> part);
    }

    private static Stream<FactProvenance> ofProductsPapers() {
        return Stream.of(
                        proven(Proof.of(DeidStatus.ANONYMISED_VERIFIED), PROFILE, BUSINESS)
                                .of(ProductFacts.DEID_STATUS),
                        // Claimed by describing the source; proven when staff have seen the evidence for it.
                        proven(Proof.of(true), PROFILE)
                                .of(
                                        ProductFacts.SOURCE_EXPLAINED,
                                        ProductFacts.SECURITY_REVIEW_PASSED,
                                        ProductFacts.CRAWL_IMPACT_ASSESSED),
                        proven(Proof.of(true), PROFILE, RECIPIENT)
                                .of(ProductFacts.EXPORT_LICENCE, ProductFacts.HGR_REPORTED),
                        proven(Proof.of(GeoKind.APPROVED_PUBLIC), PROFILE).of(ProductFacts.GEO_KIND),
                        claims(PRODUCT_ASSESSMENT)
                                .of(
                                        ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT,
                                        ExchangeFacts.SDE_QUALITY_ASSESSMENT,
                                        TradeFacts.HARM))
                .flatMap(part -> part);
    }

    private static Stream<FactProvenance> ofPersons() {
        return Stream.of(
                        proven(
                                        Proof.of(
                                                LegalBasis.CONTRACT_OR_HR,
                                                LegalBasis.STATUTORY_DUTY,
                                                LegalBasis.EMERGENCY,
                                                LegalBasis.NEWS,
                                                LegalBasis.PUBLIC_INFO,
                                                LegalBasis.OTHER_LAW),
                                        PROFILE,
                                        RECIPIENT)
                                .of(PersonalInformationFacts.LEGAL_BASIS),
                        claims(PROFILE, RECIPIENT)
                                .of(
                                        PersonalInformationFacts.CONSENT_VALID,
                                        PersonalInformationFacts.CONSENT_COVERS_TRADE,
                                        PersonalInformationFacts.RECONSENT,
                                        PersonalInformationFacts.WITHDRAWN_COUNT,
                                        PersonalInformationFacts.WITHDRAWN_SUPPRESSED,
                                        PersonalInformationFacts.NOTICE_COMPLETE,
                                        PersonalInformationFacts.NOTICE_EXEMPT,
                                        PersonalInformationFacts.SEPARATE_CONSENT_SENSITIVE,
                                        PersonalInformationFacts.SENSITIVE_NOTICE,
                                        PersonalInformationFacts.GUARDIAN_CONSENT,
                                        PersonalInformationFacts.CHILD_RULES,
                                        PersonalInformationFacts.PIA_RETENTION_YEARS,
                                        PersonalInformationFacts.DEID_MEASURES),
                        // A listing cannot prove a fact that names its recipient: PIPL arts. 23, 39.
                        proven(Proof.of(true), PROFILE, RECIPIENT)
                                .of(
                                        PersonalInformationFacts.RECIPIENT_NOTIFIED,
                                        PersonalInformationFacts.SEPARATE_CONSENT_PROVIDE,
                                        PersonalInformationFacts.EXPORT_NOTICE,
                                        PersonalInformationFacts.SEPARATE_CONSENT_EXPORT,
                                        PersonalInformationFacts.NECESSITY_JUSTIFIED,
                                        PersonalInformationFacts.PIA_DONE))
                .flatMap(part -> part);
    }

    private static Stream<FactProvenance> ofPublicData() {
        return Stream.of(
                        claims(PROFILE)
                                .of(
                                        PublicDataFacts.OPEN_TYPE,
                                        PublicDataFacts.WITHIN_SCOPE,
                                        PublicDataFacts.RAW_LEAVES_DOMAIN,
                                        PublicDataFacts.PURPOSE,
                                        ExchangeFacts.PRICE_CEILING),
                        claims(PROFILE, BUSINESS).of(PublicDataFacts.OPERATOR_REDEVELOPS),
                        proven(Proof.of(true), PROFILE)
                                .of(
                                        PublicDataFacts.CONDITIONS_MET,
                                        PublicDataFacts.SCENARIO_ASSESSED,
                                        PublicDataFacts.REGISTERED),
                        proven(Proof.OF_ANY, PROFILE).of(PublicDataFacts.AUTH_VALID_UNTIL),
                        proven(Proof.of(true), PROFILE, RECIPIENT)
                                .of(PublicDataFacts.CONTRACT_ON_PLATFORM, PublicDataFacts.CONTRACT_FILED))
                .flatMap(part -> part);
    }

    private static Stream<FactProvenance> ofTrades() {
        return Stream.of(
                        // In a profile, the uses for which a vendor offers its product; an order states the buyer's.
                        claims(USE, PROFILE)
                                .of(UseFacts.AUTOMATED_DECISION, UseFacts.OPT_OUT_OFFERED, UseFacts.DIFFERENTIAL_TERMS),
                        claims(PROFILE, RECIPIENT).of(ContractFacts.JOINT_AGREEMENT),
                        proven(Proof.of(true), PROFILE, RECIPIENT).of(ContractFacts.ENTRUSTER_AUTHORISED),
                        claims(RECIPIENT)
                                .of(
                                        ContractFacts.DATA_CLAUSES,
                                        ExchangeFacts.RISK_PRE_PROVISION_ASSESSMENT,
                                        ExportFacts.EXEMPTION,
                                        ExportFacts.EXEMPTION_EVIDENCE,
                                        ExportFacts.NEG_LIST_FIELD_PUBLISHED,
                                        ExportFacts.ON_NEG_LIST,
                                        ExportFacts.ASSESSMENT_STATUS,
                                        ExportFacts.ASSESSMENT_DATE,
                                        ExportFacts.WITHIN_ASSESSED_SCOPE,
                                        ExportFacts.SCC_EFFECTIVE,
                                        ExportFacts.SCC_WORKING_DAYS_SINCE_EFFECT,
                                        ExportFacts.SCC_FILED,
                                        ExportFacts.CERT_VALID_UNTIL,
                                        ExportFacts.RECIPIENT_PROTECTION),
                        claims(COUNT).of(ExportFacts.YTD_NON_SENSITIVE, ExportFacts.YTD_SENSITIVE))
                .flatMap(part -> part);
    }

    private static Stream<FactProvenance> ofTheExchange() {
        return Stream.of(
                        claims(OWN)
                                .of(
                                        SellerFacts.IDENTITY_VERIFIED,
                                        BuyerFacts.IDENTITY_VERIFIED,
                                        BuyerFacts.LOCATION,
                                        ContractFacts.SIGNATURE,
                                        TradeFacts.TRACEABLE,
                                        TradeFacts.SCENARIO_DECLARED,
                                        ExchangeFacts.CRYPTO_COMPLIANT,
                                        ExchangeFacts.LOG_RETENTION_MONTHS,
                                        ExchangeFacts.RECORD_AUDIT_KEPT,
                                        ExchangeFacts.RECORD_TRADE_RETENTION_YEARS,
                                        ExchangeFacts.RECORD_PROVIDE_RETENTION_YEARS,
                                        ExchangeFacts.PLATFORM_IS_LARGE,
                                        ExchangeFacts.PLATFORM_LARGE_DUTIES_MET,
                                        ExchangeFacts.PRICE_AMOUNT,
                                        ExchangeFacts.SDE_REGISTERED,
                                        ExchangeFacts.SDE_DELIVERY_CHANNEL_APPROVED,
                                        ExchangeFacts.SDE_SETTLED_AND_CERTIFIED),
                        claims(AFTERWARDS)
                                .of(
                                        UseFacts.PURPOSE_CHANGED,
                                        IncidentFacts.PI_LEAK,
                                        IncidentFacts.LEVEL,
                                        IncidentFacts.HOURS_KNOWN,
                                        IncidentFacts.REPORTED,
                                        IncidentFacts.SUBJECTS_NOTIFIED))
                .flatMap(part -> part);
    }

    private static Row claims(StatementChannel... at) {
        return proven(Proof.NONE, at);
    }

    private static Row proven(Proof proof, StatementChannel... at) {
        return new Row(proof, List.of(at));
    }

    private record Row(Proof proof, List<StatementChannel> at) {

        Stream<FactProvenance> of(Fact<?>... facts) {
            return Arrays.stream(facts).map(fact -> new FactProvenance(fact, EnumSet.copyOf(at), proof));
        }
    }
}
