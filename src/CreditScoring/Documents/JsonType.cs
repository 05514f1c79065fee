namespace CreditScoring.Documents;

/// <summary>What the value of a member in JSON is, as a schema says it.</summary>
public abstract record JsonType
{
    public static readonly JsonType Text = new JsonScalar("string");
    public static readonly JsonType Number = new JsonScalar("number");
    public static readonly JsonType Whole = new JsonScalar("integer", "int64");
    public static readonly JsonType Truth = new JsonScalar("boolean");

    /// <summary>A day, yyyy-MM-dd.</summary>
    public static readonly JsonType Day = new JsonScalar("string", "date");

    /// <summary>An instant with its offset (RFC 3339).</summary>
    public static readonly JsonType Instant = new JsonScalar("string", "date-time");

    /// <summary>Whatever a rule may come to: a text, number, truth, day, list, row, or nothing.</summary>
    public static readonly JsonType Anything = new JsonAnything();

    public static JsonType Words(params IReadOnlyList<string> words) => new JsonWords(words);

    public static JsonType ListOf(JsonType item) => new JsonListOf(item);

    public static JsonType ListOf(JsonShape item) => new JsonListOf(ObjectOf(item));

    public static JsonType MapOf(JsonType value) => new JsonMapOf(value);

    public static JsonType ObjectOf(JsonShape shape) => new JsonObjectOf(() => shape);
}

/// <summary>A single value.</summary>
/// <param name="Name">As JSON Schema names the type.</param>
/// <param name="Format">As JSON Schema names the form of a string; null: any.</param>
public sealed record JsonScalar(string Name, string? Format = null) : JsonType;

/// <summary>One of these words.</summary>
public sealed record JsonWords(IReadOnlyList<string> All) : JsonType;

/// <summary>A list.</summary>
public sealed record JsonListOf(JsonType Item) : JsonType;

/// <summary>An object whose names are not known beforehand.</summary>
public sealed record JsonMapOf(JsonType Value) : JsonType;

/// <summary>An object of a known shape.</summary>
/// <param name="Shape">Asked for when it is needed, since a shape may contain itself.</param>
public sealed record JsonObjectOf(Func<JsonShape> Shape) : JsonType;

/// <summary>Anything.</summary>
public sealed record JsonAnything : JsonType;
