using CreditScoring.Documents;
using CreditScoring.Law.Language.Parsing;
using CreditScoring.Law.Packs;

namespace CreditScoring.Workbench.Written;

/// <summary>A piece of rule text that parses, with what came of it.</summary>
internal sealed record WrittenText(RuleText Rule, Node Root)
{
    /// <summary>Null where the text is no expression: its own flaw says so already.</summary>
    public static WrittenText? Of(JsonPiece? piece)
    {
        if (piece?.Formula is not { } text)
        {
            return null;
        }

        try
        {
            return new WrittenText(piece.AsRule(), Parser.Parse(text, out _));
        }
        catch (SyntaxFault)
        {
            return null;
        }
    }

    public Place At(Node node) => Rule.At(node.Start);

    /// <summary>Every part of the text, from the whole down.</summary>
    public IEnumerable<Node> Parts()
    {
        var waiting = new Stack<Node>([Root]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            foreach (var part in node.Parts)
            {
                waiting.Push(part);
            }
        }
    }
}

/// <summary>One rule of a workflow that plays a role, as its author wrote it.</summary>
internal sealed class WrittenRule(string role, JsonPiece piece)
{
    /// <summary>Properties whose texts are words, not expressions.</summary>
    private static readonly IReadOnlySet<string> Words = RuleProperties.Written;

    private IReadOnlyList<WrittenText>? texts;

    public string Role { get; } = role;

    public JsonPiece Piece { get; } = piece;

    public string Name => Piece["RuleName"]?.Text ?? "";

    public Place Place => Piece["RuleName"]?.Place ?? Piece.Place;

    public bool Enabled => Piece["Enabled"]?.Boolean ?? true;

    public WrittenText? Condition { get; } = WrittenText.Of(piece["Expression"]);

    public Place ConditionPlace => Piece["Expression"]?.Place ?? Place;

    /// <summary>The rules nested in it that count.</summary>
    public IReadOnlyList<WrittenRule> Nested { get; } =
    [
        .. (piece["Rules"]?.Items ?? []).Select(nested => new WrittenRule(role, nested))
            .Where(nested => nested.Enabled),
    ];

    /// <summary>Whether all nested rules must hold.</summary>
    public bool JoinsAll => Piece["Operator"]?.Text is "And" or "AndAlso";

    public JsonPiece? Property(RuleProperty property) =>
        Piece["Properties"]?[property.Name] is { IsNull: false } value ? value : null;

    /// <summary>The properties that are expressions, numbers or booleans.</summary>
    public IEnumerable<JsonProperty> Reckoned =>
        (Piece["Properties"]?.Properties ?? []).Where(each => !Words.Contains(each.Name));

    /// <summary>Every expression of the rule, nested rules and local parameters included.</summary>
    public IReadOnlyList<WrittenText> Texts() => texts ??= [.. ReadTexts()];

    private IEnumerable<WrittenText> ReadTexts() =>
        new[] { Condition }
            .Concat((Piece["LocalParams"]?.Items ?? []).Select(param => WrittenText.Of(param["Expression"])))
            .Concat(Reckoned.Select(each => WrittenText.Of(each.Value)))
            .OfType<WrittenText>()
            .Concat(Nested.SelectMany(nested => nested.Texts()));
}
