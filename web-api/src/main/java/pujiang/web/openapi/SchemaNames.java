package pujiang.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pujiang.app.paging.Page;

/**
 * The name under which a type is described. A view has the name of its subject; where that does not distinguish two
 * classes, the table names each. No two classes share a name.
 */
final class SchemaNames {

    private static final String VIEW = "View";

    /** By the class's name without its package, nested ones with a dot. */
    private static final Map<String, String> TABLE = Map.ofEntries(
            Map.entry("Access", "AccessEntry"),
            Map.entry("AccountController.Booking", "BookingRequest"),
            Map.entry("OperatorAction", "OperatorAct"),
            Map.entry("RequestedEvidence", "DocumentRequestForm"),
            Map.entry("Author", "StopAuthor"),
            Map.entry("BankBooking.Direction", "BookingDirection"),
            Map.entry("BankBooking.End", "BookingEnd"),
            Map.entry("BankBooking.Outcome", "BookingOutcome"),
            Map.entry("ResponsibleParty", "ObligationBearer"),
            Map.entry("ResponsibleParty.Side", "ObligationBearerSide"),
            Map.entry("BookingController.Reason", "BookingReason"),
            Map.entry("Bundle", "VerificationBundle"),
            Map.entry("Caller", "Me"),
            Map.entry("Check.Label", "CheckLabel"),
            Map.entry("CheckpointController.Consistency", "CheckpointConsistency"),
            Map.entry("ConditionView.Seen", "ConditionFact"),
            Map.entry("DecisionFile.About", "DecisionSubject"),
            Map.entry("DeliveryController.Delivery", "DeliveryRequest"),
            Map.entry("DocumentController.Showing", "DocumentSubmission"),
            Map.entry("EvaluationController.Asked", "EvaluationRequest"),
            Map.entry("Evidence", "ObligationEvidence"),
            Map.entry("ExceptionView", "GrantedException"),
            Map.entry("ExceptionView.Revocation", "RevokedException"),
            Map.entry("FindingView.Seen", "FindingCondition"),
            Map.entry("Findings.Damage", "CheckDamage"),
            Map.entry("Findings.Outcome", "CheckOutcome"),
            Map.entry("Findings.Outcome.Count", "CheckCount"),
            Map.entry("FixView.Needed", "NeededChange"),
            Map.entry("Flips.BothSides", "RuleComparison"),
            Map.entry("FsckRun", "ConsistencyCheck"),
            Map.entry("Ground", "StopGround"),
            Map.entry("IncidentFacts.Level", "IncidentLevel"),
            Map.entry("IncidentUseCases.NewPurpose", "PurposeChangeRequest"),
            Map.entry("IncidentUseCases.Reporting", "IncidentReport"),
            Map.entry("Inherited", "InheritedStop"),
            Map.entry("ListingController.ReasonRequest", "ListingReason"),
            Map.entry("ListingUseCases.ApprovalRequest", "ListingApproval"),
            Map.entry("LogController.Proof", "InclusionProof"),
            Map.entry("Measure", "RecallMeasure"),
            Map.entry("Measure.Kind", "RecallMeasureKind"),
            Map.entry("ObligationController.Acceptance", "EvidenceAcceptance"),
            Map.entry("ObligationController.Obligations", "ObligationPage"),
            Map.entry("ObligationController.ProofRejection", "EvidenceRejection"),
            Map.entry("Occurrence", "RecallOccurrence"),
            Map.entry("Occurrence.Kind", "RecallOccurrenceKind"),
            Map.entry("OpenFinding", "OpenPostTradeFinding"),
            Map.entry("OperationController.Reasoned", "OperatorReason"),
            Map.entry("PendingConfirmation", "AwaitedConfirmation"),
            Map.entry("CoverageView.Witnessed", "ContradictionWitness"),
            Map.entry("DocumentRequest.Status", "DocumentStatus"),
            Map.entry("PaperView", "DocumentRequest"),
            Map.entry("ProductDescription.Frequency", "UpdateFrequency"),
            Map.entry("PaperView.Proven", "ProvenFact"),
            Map.entry("PaperView.Status", "DocumentStatus"),
            Map.entry("ParticipantController.EvidenceRequest", "VerificationRequest"),
            Map.entry("ParticipantController.ReasonRequest", "ParticipantReason"),
            Map.entry("ProductController.ReasonRequest", "ProductReason"),
            Map.entry("ProductDescription.Column", "ProductColumn"),
            Map.entry("PurposeView", "PurposeChange"),
            Map.entry("Quote.Price", "QuotedPrice"),
            Map.entry("RecallController.Confirmation", "RecallConfirmation"),
            Map.entry("RecallView.Step", "RecallStep"),
            Map.entry("ReceiptController.Certified", "Certificate"),
            Map.entry("ReceiptController.Evidence", "Receipt"),
            Map.entry("ReceiptController.Logged", "CertifiedReceipt"),
            Map.entry("ReplayReport.Count", "VerdictCount"),
            Map.entry("ReplayReport.Party", "AffectedParty"),
            Map.entry("Report", "ConsistencyReport"),
            Map.entry("ReportView", "ReplayReportState"),
            Map.entry("Retry", "RetriedItem"),
            Map.entry("ReviewView.Cause", "ReviewCause"),
            Map.entry("ReviewView.Claim", "ReviewClaim"),
            Map.entry("TradeCommand.Resolution", "DisputeOutcome"),
            Map.entry("TradeUseCases.Approval", "TradeApproval"),
            Map.entry("TradeUseCases.Ground", "ExceptionRevocation"),
            Map.entry("TradeUseCases.Reason", "TradeReason"),
            Map.entry("TradeUseCases.Ruling", "DisputeResolution"),
            Map.entry("TradeUseCases.Statement", "UseStatement"),
            Map.entry("UnaskedView", "UnreplayedDecision"),
            Map.entry("UnaskedView.Reason", "UnreplayedReason"),
            Map.entry("Users.Confirmed", "UserConfirmation"),
            Map.entry("Waiver.Scope", "ExceptionScope"),
            Map.entry("Waiver.Wish", "ExceptionGrant"),
            Map.entry("WatchUseCases.Resolving", "PostTradeResolutionRequest"));

    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    /** @throws IllegalStateException if another class has that name already */
    String of(JavaType type) {
        var name = type.getRawClass() == Page.class ? of(type.containedType(0)) + "Page" : of(type.getRawClass());
        var other = given.putIfAbsent(name, type.getRawClass());
        if (other == null || other == type.getRawClass()) return name;
        throw new IllegalStateException(other + " and " + type.getRawClass() + " are both described as " + name);
    }

    private static String of(Class<?> type) {
        var outer = type.getEnclosingClass();
        var simple = type.getSimpleName();
        var listed = TABLE.get(nested(type));
        if (listed != null) return listed;
        if (type.isEnum() && outer != null) return plain(outer.getSimpleName()) + simple;
        return plain(simple);
    }

    private static String nested(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : nested(outer) + "." + type.getSimpleName();
    }

    private static String plain(String name) {
        return name.endsWith(VIEW) ? name.substring(0, name.length() - VIEW.length()) : name;
    }
}
