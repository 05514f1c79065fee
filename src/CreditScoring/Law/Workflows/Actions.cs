using CreditScoring.Documents;

namespace CreditScoring.Law.Workflows;

/// <summary>
/// Reads the Actions of a rule. OutputExpression computes a value that no standing is made of, so it is
/// checked and not run; other actions call programs, which a rule may not.
/// </summary>
internal static class Actions
{
    public static IReadOnlyList<RuleText> Read(ObjectReader rule, ICollection<Flaw> flaws)
    {
        if (rule.Any("Actions") is not { IsNull: false } piece)
        {
            return [];
        }

        var reader = new ObjectReader(piece, flaws);
        var outputs = new[] { reader.Any("OnSuccess"), reader.Any("OnFailure") }
            .Where(action => action is { IsNull: false })
            .Select(action => Output(action!, flaws)).OfType<RuleText>().ToArray();
        reader.Close();
        return outputs;
    }

    private static RuleText? Output(JsonPiece piece, ICollection<Flaw> flaws)
    {
        var action = new ObjectReader(piece, flaws);
        var name = action.RequireText("Name");
        if (name is not null && name != "OutputExpression")
        {
            flaws.Add(new Flaw(
                "action-not-supported", piece["Name"]!.Place,
                new Wording(
                    $"动作 \"{Spelling.Shown(name)}\" 会调用程序，规则不能调用程序",
                    $"the action \"{Spelling.Shown(name)}\" calls a program, which a rule may not do"),
                new Wording("结果写在 Properties 中", "say what follows in Properties")));
            return null;
        }

        if (action.Require("Context") is not { } written)
        {
            return null;
        }

        var context = new ObjectReader(written, flaws);
        var expression = context.RequireRule("Expression");
        context.Close();
        action.Close();
        return expression;
    }
}
