namespace CreditScoring.Documents;

/// <summary>What a piece of JSON is.</summary>
public enum JsonKind { Null, Boolean, Number, Text, List, Object }

/// <summary>One property of a JSON object, with the place of its name.</summary>
public sealed record JsonProperty(string Name, Place Place, JsonPiece Value);

/// <summary>
/// A JSON value that knows where it stands, so that whoever finds fault with it can say so to the
/// character. Numbers are decimal; nothing is ever read as a date.
/// </summary>
public sealed class JsonPiece
{
    internal JsonPiece(SourceText source, int start, int end, JsonKind kind, object? value)
    {
        Source = source;
        Start = start;
        End = end;
        Kind = kind;
        Value = value;
    }

    /// <summary>Offset of its first character in the file.</summary>
    internal int Start { get; }

    /// <summary>Offset behind its last character in the file.</summary>
    internal int End { get; }

    public SourceText Source { get; }

    public JsonKind Kind { get; }

    public Place Place => Source.At(Start);

    /// <summary>The place of its last character.</summary>
    public Place LastPlace => Source.At(End - 1);

    /// <summary>bool, decimal or string of a simple value; null otherwise.</summary>
    public object? Value { get; }

    public string? Text => Value as string;

    public decimal? Number => Value is decimal number ? number : null;

    public bool? Boolean => Value is bool boolean ? boolean : null;

    public bool IsNull => Kind == JsonKind.Null;

    /// <summary>The properties of an object in the order written; of anything else none.</summary>
    public IReadOnlyList<JsonProperty> Properties { get; internal init; } = [];

    /// <summary>The items of a list; of anything else none.</summary>
    public IReadOnlyList<JsonPiece> Items { get; internal init; } = [];

    /// <summary>The value of a property by its exact name; null where it is absent.</summary>
    public JsonPiece? this[string name]
    {
        get
        {
            foreach (var property in Properties)
            {
                if (property.Name == name)
                {
                    return property.Value;
                }
            }

            return null;
        }
    }

    /// <summary>
    /// The text of an expression: a text, or a list of texts, each a line of it; a line that begins with
    /// <c>//</c> is a remark. Null: it is neither.
    /// </summary>
    public string? Formula => Kind != JsonKind.List ? Text
        : string.Join('\n', FormulaLines.Select(line => line.Text)) is { Length: > 0 } lines ? lines : null;

    private IReadOnlyList<JsonPiece> FormulaLines => Items.Any(line => line.Text is null) ? []
        : [.. Items.Where(line => !line.Text.AsSpan().TrimStart().StartsWith("//"))];

    /// <summary>This expression as rule language with its way back into the file.</summary>
    public RuleText AsRule() => Kind == JsonKind.List && Formula is { } lines
        ? new RuleText(Source, [.. FormulaLines.Select(line => (line.Start + 1, line.Text!))], lines)
        : new RuleText(Source, Start + 1, Text
            ?? throw new InvalidOperationException($"{Place}: a {Kind} is not rule text"));

    /// <summary>A number or boolean as rule language, written <paramref name="literal"/>.</summary>
    public RuleText AsRule(string literal) => new(Source, Start, literal);
}
