using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>The rules of a workflow as written, nested ones included, noting every flaw.</summary>
internal static class RuleReader
{
    /// <summary>Rules nested deeper than this are refused.</summary>
    public const int MaxDepth = 64;

    /// <summary>What is said beside a rule to who reads the file; it decides nothing.</summary>
    public const string Remark = "$comment";

    public static List<Rule> Rules(IReadOnlyList<JsonPiece> pieces, int depth, ICollection<Flaw> flaws)
    {
        if (depth > MaxDepth && pieces.Count > 0)
        {
            flaws.Add(TooDeep(pieces[0].Place));
            return [];
        }

        var rules = pieces.Select(piece => Rule(piece, depth, flaws)).ToList();
        Injection.CheckNames(rules, flaws);
        return rules;
    }

    public static List<Param> Params(ObjectReader reader, string name, ICollection<Flaw> flaws)
    {
        var all = new List<Param>();
        foreach (var piece in reader.List(name))
        {
            var param = new ObjectReader(piece, flaws);
            var called = param.RequireText("Name");
            var expression = param.RequireRule("Expression");
            param.Close();
            if (called is not null && expression is not null)
            {
                all.Add(new Param(called, expression, piece.Place));
            }
        }

        return all;
    }

    /// <summary>
    /// There is one kind of expression; the format leaves room for others, which nobody has made.
    /// </summary>
    public static void RequireLambda(ObjectReader reader, ICollection<Flaw> flaws)
    {
        if (reader.Any("RuleExpressionType") is { IsNull: false } piece
            && piece.Text != "LambdaExpression" && piece.Number != 0)
        {
            flaws.Add(new Flaw(
                "not-supported", piece.Place,
                new Wording("RuleExpressionType 只有 LambdaExpression",
                    "the only RuleExpressionType is LambdaExpression"),
                new Wording("删去它，或写 LambdaExpression", "remove it, or write LambdaExpression")));
        }
    }

    /// <summary>
    /// Older editions of the engine had it; it never changed an outcome, and files have it still.
    /// </summary>
    private static void TellOfErrorType(ObjectReader reader, ICollection<Flaw> flaws)
    {
        if (reader.Any("ErrorType") is { IsNull: false } piece)
        {
            flaws.Add(new Flaw(
                "legacy-property", piece.Place,
                new Wording("ErrorType 是旧版引擎的属性，不起作用",
                    "ErrorType is of older editions of the engine and does nothing"),
                new Wording("删去它；理由写在 ErrorMessage", "remove it; the reason belongs into ErrorMessage"))
            {
                Severity = Severity.Warning,
            });
        }
    }

    public static Flaw TooDeep(Place place) => new(
        "too-deep", place,
        new Wording($"规则嵌套超过 {MaxDepth} 层", $"rules are nested deeper than {MaxDepth}"),
        new Wording("把内层规则合并成表达式", "join the inner rules into an expression"));

    public static Flaw WithoutRules(JsonPiece piece, string name) => new(
        "rule-without-condition", piece.Place,
        new Wording($"\"{name}\" 里没有规则", $"there are no rules in \"{name}\""),
        new Wording(
            "写至少一条规则，或用 WorkflowsToInject 引入", "write a rule, or inject some with WorkflowsToInject"));

    private static Rule Rule(JsonPiece piece, int depth, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var rule = new Rule(reader.RequireText("RuleName") ?? "", piece.Place)
        {
            Expression = reader.Rule("Expression"),
            Operator = Joinings.Read(reader.Any("Operator"), flaws),
            Rules = Rules(reader.List("Rules"), depth + 1, flaws),
            Injects = Injection.Named(reader),
            LocalParams = Params(reader, "LocalParams", flaws),
            Enabled = reader.Boolean("Enabled") ?? true,
            SuccessEvent = reader.Text("SuccessEvent"),
            ErrorMessage = reader.Text("ErrorMessage"),
            Outputs = Actions.Read(reader, flaws),
            Properties = reader.Any("Properties"),
        };
        reader.Any(Remark);
        RequireLambda(reader, flaws);
        TellOfErrorType(reader, flaws);
        reader.Close();
        return rule.Operator is null ? Simple(rule, piece, flaws) : Joined(rule, piece, flaws);
    }

    private static Rule Simple(Rule rule, JsonPiece piece, ICollection<Flaw> flaws)
    {
        if (string.IsNullOrWhiteSpace(rule.Expression?.Text))
        {
            flaws.Add(new Flaw(
                "rule-without-condition", piece.Place,
                new Wording(
                    $"规则 \"{rule.Name}\" 须有 Expression，或者 Operator 加 Rules",
                    $"the rule \"{rule.Name}\" needs an Expression, or an Operator with Rules"),
                new Wording(
                    "没有条件时写 \"Expression\": \"true\"",
                    "a rule without a condition has \"Expression\": \"true\"")));
        }
        else if (rule.Rules.Count + rule.Injects.Count > 0)
        {
            flaws.Add(Ignored(
                piece["Rules"]?.Place ?? piece.Place, "没有 Operator，嵌套的规则不起作用",
                "without an Operator the nested rules do nothing"));
        }

        return rule with { Rules = [], Injects = [] };
    }

    private static Rule Joined(Rule rule, JsonPiece piece, ICollection<Flaw> flaws)
    {
        if (rule.Rules.Count + rule.Injects.Count == 0)
        {
            flaws.Add(WithoutRules(piece["Rules"] ?? piece, rule.Name));
        }

        if (rule.Expression is not null)
        {
            flaws.Add(Ignored(
                piece["Expression"]!.Place, "有 Operator，Expression 不起作用",
                "beside an Operator the Expression does nothing"));
        }

        return rule with { Expression = null };
    }

    /// <summary>What the real engine passes over in silence is said aloud, and meant likewise.</summary>
    private static Flaw Ignored(Place place, string zh, string en) => new(
        "part-ignored", place, new Wording(zh, en), new Wording("二者留其一", "keep one of the two"))
    {
        Severity = Severity.Warning,
    };
}
