package pujiang.law;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.BuyerFacts.SecurityCapability;
import pujiang.compliance.ContractFacts;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExchangeFacts.ComplianceAssessment;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.ExportFacts.AssessmentStatus;
import pujiang.compliance.Fact;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.PersonalInformationFacts;
import pujiang.compliance.PersonalInformationFacts.LegalBasis;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.HolderAuthorised;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.PublicDataFacts;
import pujiang.compliance.SellerFacts;
import pujiang.compliance.TradeFacts;
import pujiang.compliance.UseFacts;

/**
 * The changes that a party, or an authority on its request, can bring about: a consent, a filing, a contract, a change
 * of terms. The nature of the data, the identity of the parties and past events cannot be changed: core data stays core
 * data.
 */
final class Remedies {

    private static final Map<Fact<?>, Remedy<?>> BY_FACT = Stream.of(
                    ofPersonalInformation(), ofParties(), ofProducts(), ofExports(), ofPublicData(), ofTheExchange())
            .flatMap(part -> part)
            .collect(Collectors.toUnmodifiableMap(Remedy::fact, Function.identity()));

    private Remedies() {}

    /** @param cures the available values, the likeliest first */
    private record Remedy<T>(Fact<T> fact, Function<ProposedExchange, List<T>> cures) {

        Stream<Change> changes(ProposedExchange question) {
            return cures.apply(question).stream().map(value -> Change.to(question, fact, value));
        }
    }

    /** Changes of one fact that might help. If the fact is not stated, any value might be true. */
    static List<Change> of(Fact<?> fact, ProposedExchange question) {
        var remedy = BY_FACT.get(fact);
        var cures = remedy == null ? Stream.<Change>empty() : remedy.changes(question);
        return Stream.concat(cures, statements(fact, question))
                .distinct()
                .filter(Change::changesAnything)
                .toList();
    }

    private static <T> Stream<Change> statements(Fact<T> fact, ProposedExchange question) {
        return question.facts().answer(fact).isUnknown()
                ? fact.values().stream().map(value -> Change.to(question, fact, value))
                : Stream.empty();
    }

    private static Stream<Remedy<?>> ofPersonalInformation() {
        return Stream.concat(
                become(
                        true,
                        PersonalInformationFacts.CONSENT_VALID,
                        PersonalInformationFacts.CONSENT_COVERS_TRADE,
                        PersonalInformationFacts.RECONSENT,
                        PersonalInformationFacts.WITHDRAWN_SUPPRESSED,
                        PersonalInformationFacts.NOTICE_COMPLETE,
                        PersonalInformationFacts.RECIPIENT_NOTIFIED,
                        PersonalInformationFacts.SEPARATE_CONSENT_PROVIDE,
                        PersonalInformationFacts.SEPARATE_CONSENT_SENSITIVE,
                        PersonalInformationFacts.SENSITIVE_NOTICE,
                        PersonalInformationFacts.NECESSITY_JUSTIFIED,
                        PersonalInformationFacts.GUARDIAN_CONSENT,
                        PersonalInformationFacts.CHILD_RULES,
                        PersonalInformationFacts.EXPORT_NOTICE,
                        PersonalInformationFacts.SEPARATE_CONSENT_EXPORT,
                        PersonalInformationFacts.PIA_DONE,
                        PersonalInformationFacts.DEID_MEASURES),
                Stream.of(
                        always(PersonalInformationFacts.LEGAL_BASIS, LegalBasis.CONSENT),
                        theNumber(PersonalInformationFacts.PIA_RETENTION_YEARS, "pipl", "years-assessment-report")));
    }

    private static Stream<Remedy<?>> ofParties() {
        return Stream.of(
                        become(
                                true,
                                SellerFacts.IDENTITY_VERIFIED,
                                BuyerFacts.IDENTITY_VERIFIED,
                                SellerFacts.PIP_OFFICER_FILED,
                                SellerFacts.FACE_FILED,
                                SellerFacts.IMPORTANT_DATA_OFFICER,
                                SellerFacts.CREDIT_LICENCE,
                                BuyerFacts.AUTHORITY_APPROVAL,
                                UseFacts.OPT_OUT_OFFERED,
                                ContractFacts.JOINT_AGREEMENT,
                                ContractFacts.ENTRUSTER_AUTHORISED,
                                ContractFacts.DATA_CLAUSES),
                        become(
                                false,
                                SellerFacts.USES_SIMPLIFIED_NOTICE,
                                BuyerFacts.REMOTE_ACCESS_FROM_ABROAD,
                                UseFacts.DIFFERENTIAL_TERMS),
                        Stream.<Remedy<?>>of(
                                always(BuyerFacts.SECURITY_CAPABILITY, SecurityCapability.ASSESSED_OK),
                                onTheDay(SellerFacts.LAST_PI_AUDIT_DATE, ProposedExchange::on),
                                onTheDay(SellerFacts.MINOR_AUDIT_REPORTED_YEAR, Remedies::lastYear),
                                onTheDay(SellerFacts.LAST_RISK_REPORT_YEAR, Remedies::lastYear)))
                .flatMap(part -> part);
    }

    private static Stream<Remedy<?>> ofProducts() {
        return Stream.of(
                        become(
                                true,
                                ProductFacts.EXPORT_LICENCE,
                                ProductFacts.SECURITY_REVIEW_PASSED,
                                ProductFacts.SOURCE_EXPLAINED,
                                ProductFacts.CRAWL_IMPACT_ASSESSED,
                                ProductFacts.HGR_COST_ONLY,
                                ProductFacts.HGR_REPORTED),
                        become(
                                false,
                                ProductFacts.SAMPLE_EXPOSES_PI,
                                ProductFacts.FIELDS_BEYOND_PURPOSE,
                                ProductFacts.RIGHTS_DISPUTE),
                        Stream.<Remedy<?>>of(
                                always(ProductFacts.HOLDER_AUTHORISED, HolderAuthorised.YES),
                                onTheDay(ProductFacts.CERT_VALID_UNTIL, ProposedExchange::on)))
                .flatMap(part -> part);
    }

    private static Stream<Remedy<?>> ofExports() {
        return Stream.concat(
                become(
                        true,
                        ExportFacts.EXEMPTION_EVIDENCE,
                        ExportFacts.WITHIN_ASSESSED_SCOPE,
                        ExportFacts.SCC_EFFECTIVE,
                        ExportFacts.SCC_FILED,
                        ExportFacts.RECIPIENT_PROTECTION),
                Stream.of(
                        always(ExportFacts.ASSESSMENT_STATUS, AssessmentStatus.PASSED),
                        onTheDay(ExportFacts.ASSESSMENT_DATE, ProposedExchange::on),
                        onTheDay(ExportFacts.CERT_VALID_UNTIL, ProposedExchange::on)));
    }

    private static Stream<Remedy<?>> ofPublicData() {
        return Stream.of(
                        become(
                                true,
                                PublicDataFacts.CONDITIONS_MET,
                                PublicDataFacts.SCENARIO_ASSESSED,
                                PublicDataFacts.CONTRACT_ON_PLATFORM,
                                PublicDataFacts.CONTRACT_FILED,
                                PublicDataFacts.REGISTERED),
                        become(false, PublicDataFacts.RAW_LEAVES_DOMAIN),
                        Stream.<Remedy<?>>of(
                                onTheDay(PublicDataFacts.AUTH_VALID_UNTIL, ProposedExchange::on),
                                new Remedy<>(ExchangeFacts.PRICE_AMOUNT, Remedies::lowerPrices)))
                .flatMap(part -> part);
    }

    private static Stream<Remedy<?>> ofTheExchange() {
        return Stream.concat(
                become(
                        true,
                        TradeFacts.TRACEABLE,
                        TradeFacts.SCENARIO_DECLARED,
                        ExchangeFacts.CRYPTO_COMPLIANT,
                        ExchangeFacts.RECORD_AUDIT_KEPT,
                        ExchangeFacts.PLATFORM_LARGE_DUTIES_MET,
                        ExchangeFacts.RISK_PRE_PROVISION_ASSESSMENT,
                        ExchangeFacts.SDE_REGISTERED,
                        ExchangeFacts.SDE_QUALITY_ASSESSMENT,
                        ExchangeFacts.SDE_DELIVERY_CHANNEL_APPROVED,
                        ExchangeFacts.SDE_SETTLED_AND_CERTIFIED,
                        IncidentFacts.REPORTED,
                        IncidentFacts.SUBJECTS_NOTIFIED),
                Stream.of(
                        always(ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT, ComplianceAssessment.PASS),
                        always(ContractFacts.SIGNATURE, ContractFacts.Signature.RELIABLE),
                        theNumber(ExchangeFacts.LOG_RETENTION_MONTHS, "csl", "months-logs"),
                        theNumber(ExchangeFacts.RECORD_TRADE_RETENTION_YEARS, "dsl", "years-trade-record"),
                        theNumber(ExchangeFacts.RECORD_PROVIDE_RETENTION_YEARS, "ndsr", "years-provision-record")));
    }

    private static List<BigDecimal> lowerPrices(ProposedExchange question) {
        return question.facts().answer(ExchangeFacts.PRICE_CEILING) instanceof Known<BigDecimal>(var ceiling)
                ? List.of(ceiling, BigDecimal.ZERO)
                : List.of(BigDecimal.ZERO);
    }

    private static long lastYear(ProposedExchange question) {
        return question.on().getYear() - 1L;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    private static Stream<Remedy<?>> become(boolean value, Fact<Boolean>... facts) {
        return Stream.of(facts).map(fact -> always(fact, value));
    }

    /** As much as the law requires on the day of the question. */
    private static Remedy<Long> theNumber(Fact<Long> fact, String instrument, String name) {
        return new Remedy<>(fact, question -> Thresholds.find(question, instrument, name).stream()
                .boxed()
                .toList());
    }

    private static <T> Remedy<T> always(Fact<T> fact, T value) {
        return new Remedy<>(fact, _ -> List.of(value));
    }

    private static <T> Remedy<T> onTheDay(Fact<T> fact, Function<ProposedExchange, T> value) {
        return new Remedy<>(fact, question -> List.of(value.apply(question)));
    }
}
