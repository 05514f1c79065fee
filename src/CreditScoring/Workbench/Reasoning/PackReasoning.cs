using CreditScoring.Law.Language.Parsing;
using CreditScoring.Workbench.Written;

namespace CreditScoring.Workbench.Reasoning;

/// <summary>What a pack itself says of its expressions: totals never below zero, cells of tables.</summary>
internal sealed class PackReasoning
{
    private readonly WrittenPack pack;
    private readonly Dictionary<string, Node> named = new(StringComparer.OrdinalIgnoreCase);

    public PackReasoning(WrittenPack pack)
    {
        this.pack = pack;
        foreach (var (name, text) in pack.Named())
        {
            named[name] = text.Root;
        }

        Reasoner = new Reasoner(node => Range(node, 0), Constant);
    }

    public Reasoner Reasoner { get; }

    /// <summary>What an expression can be whatever happened.</summary>
    private Domain Range(Node node, int depth) => node switch
    {
        NameNode name when depth < 8 && named.TryGetValue(name.Name, out var value) =>
            Range(value, depth + 1),
        CallNode { Name: "Count" } => Domain.NotNegative,
        CallNode { Name: "Max", Target: NameNode { Name: "Math" } } max =>
            max.Arguments.Select(Constant).Max() is { } least
                ? Domain.Present with { Low = least } : Domain.Any,
        CallNode { Name: "Sum" } => Domain.Present,
        MemberNode { Name: "Length" } => Domain.NotNegative,
        _ => Domain.Any,
    };

    /// <summary>The one number that a literal or a lookup by words can be.</summary>
    private decimal? Constant(Node node) => node switch
    {
        LiteralNode { Value: NumberLiteral number } =>
            Convert.ToDecimal(number.Value, System.Globalization.CultureInfo.InvariantCulture),
        MemberNode { Target: CallNode { Name: "lookup", Target: null } call } cell => Cell(call, cell.Name),
        _ => null,
    };

    private decimal? Cell(CallNode call, string column)
    {
        var words = call.Arguments.Select(each => (each as LiteralNode)?.Value as string).ToArray();
        var table = words.Length == 0 || words.Contains(null) ? null
            : pack.Tables.FirstOrDefault(table => table.Name == words[0]);
        var rows = table?.Rows.Where(row => table.KeyOf(row) == string.Join('|', words.Skip(1))).ToArray();
        return rows is [var only] ? only[column]?.Number : null;
    }
}
