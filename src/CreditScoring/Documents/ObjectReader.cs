using System.Globalization;

namespace CreditScoring.Documents;

/// <summary>
/// Reads the properties of one JSON object and notes every fault: missing, of the wrong type, and, at
/// <see cref="Close"/>, every property that nobody asked for.
/// </summary>
public sealed class ObjectReader
{
    private readonly JsonPiece piece;
    private readonly ICollection<Flaw> flaws;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal) { "$schema" };

    public ObjectReader(JsonPiece piece, ICollection<Flaw> flaws)
    {
        this.piece = piece;
        this.flaws = flaws;
        if (piece.Kind != JsonKind.Object)
        {
            flaws.Add(WrongType(piece, "an object", "对象"));
        }
    }

    public Place Place => piece.Place;

    /// <summary>A property of any kind; null where absent.</summary>
    public JsonPiece? Any(string name)
    {
        asked.Add(name);
        return piece[name];
    }

    /// <summary>A property that must be there, and not as null.</summary>
    public JsonPiece? Require(string name)
    {
        var value = Any(name) is { IsNull: false } present ? present : null;
        if (value is null && piece.Kind == JsonKind.Object)
        {
            flaws.Add(new Flaw(
                "property-missing", piece.Place,
                new Wording($"缺少属性 \"{name}\"", $"the property \"{name}\" is missing"),
                new Wording($"补上 \"{name}\"", $"add \"{name}\"")));
        }

        return value;
    }

    public string? Text(string name) => TextOf(Any(name));

    /// <summary>
    /// A sentence in both languages, written <c>{ "zh": ..., "en": ... }</c>; null where absent.
    /// </summary>
    public Wording? Wording(string name)
    {
        if (Any(name) is not { IsNull: false } value)
        {
            return null;
        }

        var reader = new ObjectReader(value, flaws);
        var wording = reader.Wording();
        reader.Close();
        return wording;
    }

    /// <summary>The properties <c>zh</c> and <c>en</c> of this object, both of which must be there.</summary>
    public Wording Wording() => new(RequireText("zh") ?? "", RequireText("en") ?? "");

    public string? RequireText(string name) => TextOf(Require(name));

    /// <summary>An expression: a text, or a list of texts, each a line of it.</summary>
    public RuleText? Rule(string name) => RuleOf(Any(name));

    public RuleText? RequireRule(string name) => RuleOf(Require(name));

    public bool? Boolean(string name) =>
        Typed(Any(name), value => value.Boolean, "true or false", "true 或 false");

    public decimal? Number(string name) => Typed(Any(name), value => value.Number, "a number", "数字");

    /// <summary>A number without a fraction: half a week is none.</summary>
    public decimal? Whole(string name) => Typed<decimal>(
        Any(name), value => value.Number is { } number && decimal.Truncate(number) == number ? number : null,
        "a whole number", "整数");

    /// <summary>A day written yyyy-MM-dd.</summary>
    public DateOnly? Date(string name) =>
        Typed(Any(name), DateOf, "a date \"yyyy-MM-dd\"", "日期 \"yyyy-MM-dd\"");

    public DateOnly? RequireDate(string name) =>
        Typed(Require(name), DateOf, "a date \"yyyy-MM-dd\"", "日期 \"yyyy-MM-dd\"");

    /// <summary>The items of a list; empty where absent or null.</summary>
    public IReadOnlyList<JsonPiece> List(string name)
    {
        var value = Any(name);
        if (value is null || value.IsNull)
        {
            return [];
        }

        if (value.Kind != JsonKind.List)
        {
            flaws.Add(WrongType(value, "a list", "列表"));
        }

        return value.Items;
    }

    /// <summary>A list of texts; other items are flaws and left out.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        [.. List(name).Select(item => item.Text ?? Wrong<string>(item, "a text", "文本")).OfType<string>()];

    /// <summary>Finds fault with every property that was not asked for.</summary>
    public void Close()
    {
        foreach (var property in piece.Properties.Where(property => !asked.Contains(property.Name)))
        {
            var meant = NearMiss.Of(property.Name, asked.Where(name => name != "$schema"));
            flaws.Add(new Flaw(
                "unknown-property", property.Place,
                new Wording($"没有属性 \"{property.Name}\"", $"there is no property \"{property.Name}\""),
                meant is null
                    ? new Wording("删去它", "remove it")
                    : new Wording($"是否想写 \"{meant}\"？", $"did you mean \"{meant}\"?")));
        }
    }

    public static DateOnly? DateOf(JsonPiece value) =>
        DateOnly.TryParseExact(
            value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    public static Flaw WrongType(JsonPiece value, string en, string zh) => new(
        "type-mismatch", value.Place,
        new Wording($"此处应为{zh}", $"this must be {en}"),
        new Wording($"改写为{zh}", $"write {en}"));

    private RuleText? RuleOf(JsonPiece? value) => value is null or { IsNull: true } ? null
        : value.Formula is not null ? value.AsRule()
        : Wrong<RuleText>(value, "a text, or a list of texts", "文本或文本列表");

    private string? TextOf(JsonPiece? value) => value is null || value.IsNull ? null
        : value.Text ?? Wrong<string>(value, "a text", "文本");

    private T? Typed<T>(JsonPiece? value, Func<JsonPiece, T?> read, string en, string zh)
        where T : struct =>
        value is null || value.IsNull ? null : read(value) ?? Complain<T>(value, en, zh);

    private T? Complain<T>(JsonPiece value, string en, string zh)
        where T : struct
    {
        flaws.Add(WrongType(value, en, zh));
        return null;
    }

    private T? Wrong<T>(JsonPiece value, string en, string zh)
        where T : class
    {
        flaws.Add(WrongType(value, en, zh));
        return null;
    }
}
