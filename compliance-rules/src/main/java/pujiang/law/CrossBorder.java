package pujiang.law;

import static pujiang.law.Conditions.is;
import static pujiang.law.Conditions.isBelow;
import static pujiang.law.Conditions.isIn;

import pujiang.compliance.Condition;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.ExportFacts.OnNegativeList;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.SellerFacts;
import pujiang.compliance.SellerFacts.Ciio;

/** The exemptions of an export from assessment, contract and certificate (CBDF arts. 4–6). */
public final class CrossBorder {

    private CrossBorder() {}

    /** Whether any exemption applies; an undecided exemption leaves the exempted rule undecided. */
    public static Condition isRelieved(ProposedExchange x) {
        return Condition.anyOf(
                Definitions.hasPurposeRelief(x),
                isSmallExport(x),
                Condition.allOf(exportsFromTheZone(x), isOffTheNegativeList(x)));
    }

    /** Fewer persons than the threshold since 1 January, no sensitive data; never for a CII operator (art. 5(1)(4)). */
    public static Condition isSmallExport(ProposedExchange x) {
        return Condition.allOf(
                Definitions.isPersonalInformation(x),
                is(x, SellerFacts.IS_CIIO, Ciio.NO),
                Condition.noneOf(Definitions.isImportant(x)),
                isBelow(x, ExportFacts.YTD_NON_SENSITIVE, Thresholds.on(x, "cbdf", "persons-contract")),
                isBelow(x, ExportFacts.YTD_SENSITIVE, Thresholds.on(x, "cbdf", "sensitive-contract")));
    }

    /** A vendor that exports from the Shanghai zone, in a field for which a list is published (CBDF art. 6). */
    public static Condition exportsFromTheZone(ProposedExchange x) {
        return Condition.allOf(
                Definitions.crossesTheBorder(x),
                is(x, SellerFacts.FTZ_REGISTERED, true),
                is(x, ExportFacts.NEG_LIST_FIELD_PUBLISHED, true));
    }

    /** 负面清单外: not on the edition of the day, and certainly not a CII operator, to which the list does not apply. */
    public static Condition isOffTheNegativeList(ProposedExchange x) {
        if (!hasNegativeList(x)) return Condition.anyOf();
        return Condition.allOf(is(x, ExportFacts.ON_NEG_LIST, OnNegativeList.NO), is(x, SellerFacts.IS_CIIO, Ciio.NO));
    }

    /** On the list, undetermined, or before its first edition: no version, no exemption (catalogue, A15). */
    public static Condition isOnTheNegativeListOrDoubtful(ProposedExchange x) {
        if (!hasNegativeList(x)) return Condition.allOf();
        return Condition.anyOf(
                isIn(x, ExportFacts.ON_NEG_LIST, OnNegativeList.YES, OnNegativeList.UNKNOWN),
                isIn(x, SellerFacts.IS_CIIO, Ciio.YES, Ciio.UNKNOWN));
    }

    private static boolean hasNegativeList(ProposedExchange x) {
        return Thresholds.inForce(x, "cbdf", "shanghai-negative-list");
    }
}
