using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>The members of a proof's objects, in the forms that they have there.</summary>
internal sealed class ProofFields(JsonPiece piece, ICollection<Flaw> flaws)
{
    /// <summary>So many of so many strata still add up.</summary>
    public const int MostCounted = 50_000_000;

    public const int MostStrata = 40;

    private readonly ObjectReader reader = new(piece, flaws);

    public ObjectReader Reader => reader;

    public Digest Digest(string name) =>
        Read(
            name, text => Draws.Digest.TryParse(text, out var digest) ? digest : (Digest?)null,
            "64 位十六进制数字", "64 hexadecimal digits");

    public DateTimeOffset Instant(string name) =>
        Read(name, AnnouncementJson.InstantOf, "2027-01-04T10:00:00+08:00 这样的时刻",
            "an instant such as 2027-01-04T10:00:00+08:00");

    public DateTimeOffset? InstantOrNull(string name) =>
        reader.Any(name) is { IsNull: true } ? null : Instant(name);

    public Share Share(string name) =>
        Read(
            name, text => Draws.Share.TryParse(text, out var share, out _) ? share : (Share?)null,
            "0 至 1 的比例", "a share from 0 to 1");

    public T Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        Read(name, text => words.TryGetValue(text, out var value) ? value : (T?)null,
            $"{string.Join('、', words.Keys)} 之一", $"one of {string.Join(", ", words.Keys)}");

    /// <summary>How many of something: none below zero, and no more than there are enterprises.</summary>
    public int Count(string name) => (int)Whole(name, MostCounted);

    public int? CountOrNull(string name) => reader.Any(name) is { IsNull: true } ? null : Count(name);

    public long Whole(string name, long most)
    {
        if (reader.Require(name) is { } written)
        {
            if (written.Number is { } number && number >= 0 && number <= most && number == Math.Floor(number))
            {
                return (long)number;
            }

            flaws.Add(ObjectReader.WrongType(written, "a whole number", "整数"));
        }

        return 0;
    }

    public string Text(string name) => reader.RequireText(name) ?? "";

    /// <summary>A text for the public, as it was checked when it was written.</summary>
    public string Sentence(string name) => Checked(name, DrawText.FlawOf);

    public string Id(string name) => Checked(name, DrawText.FlawOfId);

    public string? TextOrNull(string name)
    {
        if (reader.Any(name) is null)
        {
            reader.Require(name);
        }

        return reader.Text(name);
    }

    /// <summary>An object that must be there; null where it is none.</summary>
    public JsonPiece? Object(string name, bool mayBeNull = false)
    {
        var written = mayBeNull && reader.Any(name) is { IsNull: true } ? null : reader.Require(name);
        if (written is not null && written.Kind != JsonKind.Object)
        {
            flaws.Add(ObjectReader.WrongType(written, "an object", "对象"));
            return null;
        }

        return written;
    }

    public IReadOnlyList<JsonPiece> List(string name)
    {
        reader.Require(name);
        return reader.List(name);
    }

    private string Checked(string name, Func<string, Wording?> flawOf)
    {
        var text = Text(name);
        if (reader.Any(name)?.Text is not null && flawOf(text) is { } what)
        {
            flaws.Add(new Flaw(
                "line-invalid", reader.Any(name)!.Place, what, new Wording("改正此处", "put this right")));
        }

        return text;
    }

    private T Read<T>(string name, Func<string, T?> read, string zh, string en)
        where T : struct
    {
        if (reader.Require(name) is { } written)
        {
            if (written.Text is { } text && read(text) is { } value)
            {
                return value;
            }

            flaws.Add(ObjectReader.WrongType(written, en, zh));
        }

        return default;
    }
}
