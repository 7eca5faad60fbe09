package pujiang.law;

import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * What the engine's own parsers make of a file of rules: that of the files, that of the conditions and that of the
 * consequences. Written out in one form, so that it can be compared with what {@link RuleFile} understood; a construct that
 * rules do not have is an error, whatever it says.
 */
final class EngineReading {

    private EngineReading() {}

    /** One text a rule, without the texts for people. */
    static List<String> of(String drl) {
        return parsed(drl).getRules().stream().map(EngineReading::rule).toList();
    }

    static PackageDescr parsed(String drl) {
        var parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            var read = parser.parse(true, drl);
            must(!parser.hasErrors(), "does not parse: " + parser.getErrors());
            must(read.getGlobals().isEmpty() && read.getFunctions().isEmpty(), "globals or functions");
            must(read.getAttributes().isEmpty() && read.getTypeDeclarations().isEmpty(), "attributes or types");
            must(
                    read.getEnumDeclarations().isEmpty()
                            && read.getAccumulateImports().isEmpty(),
                    "enums or imports");
            must(read.getEntryPointDeclarations().isEmpty(), "entry points");
            must(read.getWindowDeclarations().isEmpty(), "windows");
            return read;
        } catch (DroolsParserException e) {
            throw new AssertionError("does not parse", e);
        }
    }

    /** The same of what was understood. */
    static List<String> of(List<ParsedRule> rules) {
        return rules.stream()
                .map(rule -> "%s from %s to %s at %s: %s -> %s %s"
                        .formatted(
                                rule.name(),
                                rule.from(),
                                rule.to(),
                                rule.gates().stream()
                                        .map(gate -> "Gate." + gate)
                                        .sorted()
                                        .toList(),
                                clause(rule.asks()),
                                rule.id(),
                                "Outcome." + rule.outcome()))
                .toList();
    }

    private static String clause(Clause clause) {
        return switch (clause) {
            case Clause.Junction(var how, var parts) ->
                call(how.word(), parts.stream().map(EngineReading::clause).toList());
            case Clause.Test(var word, var arguments) ->
                call(word, arguments.stream().map(EngineReading::argument).toList());
        };
    }

    private static String argument(Clause.Argument argument) {
        return switch (argument) {
            case Clause.Argument.Question _ -> "this";
            case Clause.Argument.Day _ -> "this.on()";
            case Clause.Argument.Year(var less) -> "this.on().getYear()" + (less == 0 ? "" : "-" + less);
            case Clause.Argument.Threshold(var instrument, var name, int _) ->
                call("on", List.of("this", quoted(instrument), quoted(name)));
            case Clause.Argument.Whole(var value) -> String.valueOf(value);
            case Clause.Argument.Flag(var value) -> String.valueOf(value);
            case Clause.Argument.Constant(var name) -> name;
        };
    }

    private static String rule(RuleDescr rule) {
        must(rule.getParentName() == null, "a parent");
        must(rule.getNamedConsequences().isEmpty(), "named consequences");
        var attributes = new TreeMap<String, String>();
        rule.getAttributes().forEach((name, attribute) -> attributes.put(name, attribute.getValue()));
        var from = attributes.remove("date-effective");
        var to = attributes.remove("date-expires");
        must(attributes.isEmpty(), "attributes " + attributes);
        must(rule.getLhs().getDescrs().size() == 1, "more than one pattern");
        return "%s from %s to %s at %s -> %s"
                .formatted(
                        rule.getName(),
                        from,
                        to,
                        pattern((PatternDescr) rule.getLhs().getDescrs().getFirst()),
                        consequence(rule));
    }

    private static String pattern(PatternDescr pattern) {
        must(pattern.getObjectType().equals("ProposedExchange"), "another pattern");
        must(pattern.getIdentifier() == null && pattern.getSource() == null, "a bound pattern, or one from elsewhere");
        must(pattern.getBehaviors().isEmpty() && pattern.getAnnotations().isEmpty(), "behaviours or annotations");
        var parts = pattern.getConstraint().getDescrs();
        must(parts.size() == 3, "not three constraints");
        var gates = DrlxParseUtil.parseExpression(text(parts.get(0)));
        var why = DrlxParseUtil.parseExpression(text(parts.get(1)));
        must(gates.getBind() == null && why.getBind().asString().equals("$why"), "another binding");
        var possible = DrlxParseUtil.parseExpression(text(parts.get(2)));
        must(possible.getBind() == null && shown(possible.getExpr()).equals("$why.possible"), "another third part");
        return gates((PointFreeExpr) gates.getExpr()) + ": " + shown(why.getExpr());
    }

    private static String text(Object constraint) {
        return ((ExprConstraintDescr) constraint).getExpression();
    }

    private static List<String> gates(PointFreeExpr in) {
        must(shown(in.getLeft()).equals("gate") && in.getOperator().asString().equals("in"), "no list of gates");
        must(!in.isNegated() && in.getArg1() == null, "a negation or arguments");
        return in.getRight().stream()
                .map(EngineReading::shown)
                .distinct()
                .sorted()
                .toList();
    }

    private static String consequence(RuleDescr rule) {
        var statements =
                StaticJavaParser.parseBlock("{" + rule.getConsequence() + "}").getStatements();
        must(statements.size() == 1, "more than one statement");
        var insertion = statements
                .getFirst()
                .orElseThrow()
                .asExpressionStmt()
                .getExpression()
                .asMethodCallExpr();
        must(
                insertion.getNameAsString().equals("insertLogical")
                        && insertion.getScope().isEmpty(),
                "no insertion");
        must(insertion.getArguments().size() == 1, "more than one insertion");
        var fired = (ObjectCreationExpr) insertion.getArgument(0);
        must(
                fired.getTypeAsString().equals("Fired")
                        && fired.getAnonymousClassBody().isEmpty(),
                "not Fired");
        must(fired.getArguments().size() == 3 && shown(fired.getArgument(2)).equals("$why"), "another finding");
        return ((StringLiteralExpr) fired.getArgument(0)).getValue() + " " + shown(fired.getArgument(1));
    }

    private static String shown(Expression expression) {
        return switch (expression) {
            case NameExpr name -> name.getNameAsString();
            case ThisExpr self when self.getTypeName().isEmpty() -> "this";
            case FieldAccessExpr field -> shown(field.getScope()) + "." + field.getNameAsString();
            case BooleanLiteralExpr flag -> String.valueOf(flag.getValue());
            case IntegerLiteralExpr number -> number.getValue();
            case LongLiteralExpr number -> number.getValue().replace("L", "");
            case StringLiteralExpr text -> quoted(text.getValue());
            case BinaryExpr less
            when less.getOperator() == BinaryExpr.Operator.MINUS ->
                shown(less.getLeft()) + "-" + shown(less.getRight());
            case MethodCallExpr call when call.getTypeArguments().isEmpty() -> shown(call);
            default -> throw new AssertionError("a construct that rules do not have: " + expression.getClass());
        };
    }

    private static String shown(MethodCallExpr call) {
        if (call.getNameAsString().equals("postfix")) return joined(call.getArguments());
        var scope = call.getScope().map(before -> shown(before) + ".").orElse("");
        return call(
                scope + call.getNameAsString(),
                call.getArguments().stream().map(EngineReading::shown).toList());
    }

    /** As {@link Postfix} joins them. */
    private static String joined(List<Expression> terms) {
        var open = new ArrayList<String>();
        for (var term : terms) {
            var word = ((MethodCallExpr) term).getNameAsString();
            if (!word.endsWith("Last")) {
                open.add(shown(term));
                continue;
            }
            int last = ((MethodCallExpr) term)
                    .getArgument(0)
                    .asIntegerLiteralExpr()
                    .asNumber()
                    .intValue();
            var parts = open.subList(open.size() - last, open.size());
            var whole = call(word.substring(0, word.length() - "Last".length()), List.copyOf(parts));
            parts.clear();
            open.add(whole);
        }
        must(open.size() == 1, "not one condition");
        return open.getFirst();
    }

    private static String call(String word, List<String> arguments) {
        return arguments.stream().collect(Collectors.joining(",", word + "(", ")"));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static void must(boolean holds, String what) {
        if (!holds) throw new AssertionError("the engine reads something else: " + what);
    }
}
