using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// Collects what is wrong with a document, and reads the properties of its objects so that a wrong
/// one becomes a flaw and the reading goes on.
/// </summary>
internal sealed class FlawList
{
    private readonly List<Flaw> flaws = [];

    public void Add(Flaw flaw) => flaws.Add(flaw);

    public void Add(string name, Place place, Wording what, Wording mend) =>
        flaws.Add(new Flaw(name, place, what, mend));

    public IReadOnlyList<Flaw> ByPlace() =>
    [
        .. flaws.OrderBy(flaw => flaw.Place.File, StringComparer.Ordinal)
            .ThenBy(flaw => flaw.Place.Line).ThenBy(flaw => flaw.Place.Column),
    ];

    /// <summary>An object with no other properties than these.</summary>
    public bool IsObject(JsonPiece piece, params IReadOnlyList<string> names)
    {
        if (!Is(piece, JsonKind.Object))
        {
            return false;
        }

        foreach (var property in piece.Properties.Where(property => !names.Contains(property.Name)))
        {
            var near = Spelling.Nearest(property.Name, names);
            Add(
                "unknown-property", property.Place,
                new Wording(
                    $"此处没有属性“{Spelling.Shown(property.Name)}”",
                    $"'{Spelling.Shown(property.Name)}' is not a property here"),
                near is not null
                    ? new Wording($"是否指“{near}”？", $"did you mean '{near}'?")
                    : new Wording(
                        $"可用的属性：{string.Join("、", names)}",
                        $"the properties are {string.Join(", ", names)}"));
        }

        return true;
    }

    public string? RequiredText(JsonPiece owner, string name) =>
        Required(owner, name) is { } piece && Is(piece, JsonKind.Text) ? NotEmpty(piece) : null;

    public string? Text(JsonPiece owner, string name) =>
        owner[name] is { IsNull: false } piece && Is(piece, JsonKind.Text) ? NotEmpty(piece) : null;

    public bool Boolean(JsonPiece owner, string name, bool otherwise) =>
        owner[name] is { } piece && Is(piece, JsonKind.Boolean) ? piece.Boolean!.Value : otherwise;

    public IReadOnlyList<JsonPiece> List(JsonPiece owner, string name) =>
        owner[name] is { } piece && Is(piece, JsonKind.List) ? piece.Items : [];

    /// <summary>A list of different texts; null where the property is absent.</summary>
    public IReadOnlyList<string>? Texts(JsonPiece owner, string name)
    {
        if (owner[name] is null)
        {
            return null;
        }

        var texts = new List<string>();
        foreach (var item in List(owner, name).Where(item => Is(item, JsonKind.Text)))
        {
            if (NotEmpty(item) is { } text && IsNew(texts.Contains(text), item, text))
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>The label in both languages: properties <c>zh</c> and <c>en</c>.</summary>
    public Wording Label(JsonPiece owner) =>
        new(RequiredText(owner, "zh") ?? "?", RequiredText(owner, "en") ?? "?");

    /// <summary>Whether a name is used for the first time.</summary>
    public bool IsNew(bool taken, JsonPiece piece, string name)
    {
        if (taken)
        {
            Add(
                "name-taken", piece.Place,
                new Wording($"“{name}”已经声明过", $"'{name}' is declared already"),
                new Wording("改名，或删去其中一处", "choose another name, or remove one of the two"));
        }

        return !taken;
    }

    public JsonPiece? Required(JsonPiece owner, string name)
    {
        if (owner[name] is { IsNull: false } piece)
        {
            return piece;
        }

        Add(
            "missing-property", owner.Place,
            new Wording($"缺少属性“{name}”", $"the property '{name}' is missing"),
            new Wording($"补上“{name}”", $"add '{name}'"));
        return null;
    }

    public bool Is(JsonPiece piece, JsonKind kind)
    {
        if (piece.Kind != kind)
        {
            Add(
                "type-mismatch", piece.Place,
                new Wording($"此处应为 {kind}，实为 {piece.Kind}", $"is a {piece.Kind}, not a {kind}"),
                new Wording($"改为 {kind}", $"write a {kind}"));
        }

        return piece.Kind == kind;
    }

    private string? NotEmpty(JsonPiece piece)
    {
        if (piece.Text!.Length > 0)
        {
            return piece.Text;
        }

        Add(
            "text-empty", piece.Place,
            new Wording("文字为空", "the text is empty"),
            new Wording("填写内容，或删去该属性", "fill it in, or remove the property"));
        return null;
    }
}
