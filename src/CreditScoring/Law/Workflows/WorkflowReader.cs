using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>
/// A workflow file -> the workflow, noting every flaw. Every property of the format is read or refused
/// by name; names match exactly, as they are written in that format.
/// </summary>
public static class WorkflowReader
{
    public static Workflow? Read(SourceText source, ICollection<Flaw> flaws)
    {
        var piece = JsonDocumentReader.Read(source, out var broken);
        if (piece is null)
        {
            flaws.Add(broken!);
            return null;
        }

        // The format allows one workflow or a list of them in a file; a pack has one a file.
        return Read(piece.Kind == JsonKind.List && piece.Items.Count == 1 ? piece.Items[0] : piece, flaws);
    }

    /// <summary>Reads one workflow object.</summary>
    public static Workflow? Read(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var name = reader.RequireText("WorkflowName");
        reader.Require("Rules");
        var workflow = new Workflow(name ?? "", piece.Place)
        {
            GlobalParams = Params(reader, "GlobalParams", flaws),
            Rules = Rules(reader.List("Rules"), flaws),
        };
        Refuse(reader, flaws);
        reader.Close();
        return name is null ? null : workflow;
    }

    private static List<Rule> Rules(IReadOnlyList<JsonPiece> pieces, ICollection<Flaw> flaws)
    {
        var rules = new List<Rule>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in pieces)
        {
            var rule = Rule(piece, flaws);
            if (!names.Add(rule.Name))
            {
                flaws.Add(new Flaw(
                    "name-twice", rule.Place,
                    new Wording($"规则名 \"{rule.Name}\" 重复", $"two rules are named \"{rule.Name}\""),
                    new Wording("给每条规则不同的名字", "give each rule its own name")));
            }

            rules.Add(rule);
        }

        return rules;
    }

    private static Rule Rule(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var reader = new ObjectReader(piece, flaws);
        var rule = new Rule(reader.RequireText("RuleName") ?? "", piece.Place)
        {
            Expression = reader.Rule("Expression"),
            Operator = Operator(reader.Any("Operator"), flaws),
            Rules = Rules(reader.List("Rules"), flaws),
            LocalParams = Params(reader, "LocalParams", flaws),
            Enabled = reader.Boolean("Enabled") ?? true,
            SuccessEvent = reader.Text("SuccessEvent"),
            ErrorMessage = reader.Text("ErrorMessage"),
            Properties = reader.Any("Properties"),
        };
        Refuse(reader, flaws);
        reader.Close();
        if ((rule.Expression is null) == (rule.Operator is null))
        {
            flaws.Add(new Flaw(
                "rule-without-condition", piece.Place,
                new Wording(
                    $"规则 \"{rule.Name}\" 须有 Expression，或者 Operator 加 Rules，二者取一",
                    $"the rule \"{rule.Name}\" needs either an Expression or an Operator with Rules"),
                new Wording(
                    "没有条件时写 \"Expression\": \"true\"",
                    "a rule without a condition has \"Expression\": \"true\"")));
        }

        return rule;
    }

    private static List<Param> Params(ObjectReader reader, string name, ICollection<Flaw> flaws)
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

    private static Joining? Operator(JsonPiece? piece, ICollection<Flaw> flaws)
    {
        if (piece is null || piece.IsNull)
        {
            return null;
        }

        if (piece.Text is { } text && Enum.TryParse<Joining>(text, out var joining))
        {
            return joining;
        }

        flaws.Add(new Flaw(
            "unknown-operator", piece.Place,
            new Wording("Operator 只能是 And、AndAlso、Or、OrElse", "Operator is And, AndAlso, Or or OrElse"),
            new Wording("写其中之一，注意大小写", "write one of them, in exactly this case")));
        return Joining.And;
    }

    /// <summary>Parts of the format that would change outcomes and that this engine does not run.</summary>
    private static void Refuse(ObjectReader reader, ICollection<Flaw> flaws)
    {
        reader.Any("RuleExpressionType");
        foreach (var name in (ReadOnlySpan<string>)["WorkflowsToInject", "Actions"])
        {
            if (reader.Any(name) is { IsNull: false } piece)
            {
                flaws.Add(new Flaw(
                    "not-supported", piece.Place,
                    new Wording($"本系统不支持 \"{name}\"", $"\"{name}\" is not supported here"),
                    new Wording("把内容写进本文件的规则", "write the rules out in this file")));
            }
        }
    }
}
