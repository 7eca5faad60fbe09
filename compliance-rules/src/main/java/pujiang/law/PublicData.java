package pujiang.law;

import static pujiang.law.Conditions.exceeds;
import static pujiang.law.Conditions.is;
import static pujiang.law.Conditions.isBefore;
import static pujiang.law.Conditions.isIn;
import static pujiang.law.Conditions.isNone;

import java.math.BigDecimal;
import pujiang.compliance.Condition;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.SourceType;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.PublicDataFacts;
import pujiang.compliance.PublicDataFacts.Purpose;

/** The definitions of the articles on public data. */
public final class PublicData {

    private PublicData() {}

    /** 授权运营. */
    public static Condition isFromAuthorisedOperation(ProposedExchange x) {
        return is(x, ProductFacts.SOURCE_TYPE, SourceType.PUBLIC_AUTHORISED);
    }

    /** 开放. */
    public static Condition isFromOpening(ProposedExchange x) {
        return is(x, ProductFacts.SOURCE_TYPE, SourceType.PUBLIC_OPEN);
    }

    /** No agreement, an expired one, or one without this scope; its last day still counts. */
    public static Condition lacksAnAgreement(ProposedExchange x) {
        return Condition.anyOf(
                isNone(x, PublicDataFacts.AUTH_VALID_UNTIL),
                isBefore(x, PublicDataFacts.AUTH_VALID_UNTIL, x.on()),
                is(x, PublicDataFacts.WITHIN_SCOPE, false));
    }

    /** Governance and welfare are free of charge; for industry a price up to the ceiling is allowed. */
    public static Condition isOverpriced(ProposedExchange x) {
        return Condition.anyOf(
                Condition.allOf(
                        isIn(x, PublicDataFacts.PURPOSE, Purpose.GOVERNANCE, Purpose.WELFARE),
                        exceeds(x, ExchangeFacts.PRICE_AMOUNT, BigDecimal.ZERO)),
                Condition.allOf(
                        is(x, PublicDataFacts.PURPOSE, Purpose.INDUSTRY),
                        exceeds(x, ExchangeFacts.PRICE_AMOUNT, ExchangeFacts.PRICE_CEILING)));
    }
}
