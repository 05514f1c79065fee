using CreditScoring.Documents;
using CreditScoring.Law.Language;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Language.Running;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Editing;

/// <summary>The values that a text in quotes can have where it stands in an expression.</summary>
/// <param name="parts">The expression.</param>
/// <param name="declared">What the pack declares.</param>
/// <param name="file">The file that the expression stands in.</param>
internal sealed class ListedValues(BoundParts parts, Declared declared, string file)
{
    /// <param name="around">The parts around the text, which is the last of them.</param>
    /// <returns>Empty: any text may stand there.</returns>
    public IReadOnlyList<DeclaredName> At(IReadOnlyList<Node> around)
    {
        var literal = around[^1];
        return
        [
            .. around.Count < 2 ? [] : around[^2] switch
            {
                BinaryNode pair => Of(pair.Left == literal ? pair.Right : pair.Left),
                InNode within => Of(within.Left),
                CallNode call => Argument(call, literal),
                ListNode when around is [.., CallNode { Arguments: [var asked] }, _, _] => Of(asked),
                _ => [],
            },
        ];
    }

    /// <summary>The values of what a text is compared with.</summary>
    public IEnumerable<DeclaredName> Of(Node other) =>
        parts[other]?.Type is { Values: { } values } type ? values.Select(value => Worded(type, value))
        : other is not MemberNode member ? []
        : member.Name == RuleProperties.Step.Name ? declared.Steps(file)
        : member.Name switch
        {
            "rule" => declared.Rules(file, "points", "factors"),
            "duty" => declared.Rules(file, "duties"),
            _ => [],
        };

    private IEnumerable<DeclaredName> Argument(CallNode call, Node literal)
    {
        var place = call.Arguments.ToList().IndexOf(literal);
        return (call.Target, call.Name.ToLowerInvariant()) switch
        {
            (null, "lookup") when place == 0 => declared.Tables(file),
            (null, "lookup") when call.Arguments[0] is LiteralNode { Value: string table } =>
                declared.Keys(file, table, place - 1),
            (null, "running") => declared.Steps(file),
            (null, "better" or "worse") => (declared.PackOf(file)?.Tiers ?? [])
                .Where(tier => tier.Text is not null)
                .Select(tier => new DeclaredName(tier.Text!, tier.Place)),
            ({ } target, _) when parts[target]?.Type.Element is { Values: { } values } element =>
                values.Select(value => Worded(element, value)),
            _ => [],
        };
    }

    private DeclaredName Worded(RuleType type, string value) => new(
        value, declared.Kind(value) ?? default,
        type.Labels?.FirstOrDefault(each => each.Name == value) is { Name: not null } labelled
            ? labelled.Label : (Wording?)null);
}
