using System.Globalization;
using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>
/// Reads the value at hand as what it should be. A wrong one becomes a flaw and null, and is passed
/// over, so that one reading finds everything wrong with an event.
/// </summary>
/// <param name="kept">Whether the event is of a record, and so was let in before.</param>
internal sealed class ValueReader(EventTokens tokens, List<Flaw> flaws, bool kept)
{
    public const int LongestText = 2000;
    public const int LongestId = 200;
    public const int MostItems = 1000;

    /// <summary>Flaws that are told of one event: each is many times as long as what it is about.</summary>
    public const int MostFlaws = 20;

    public static readonly DateOnly Earliest = new(1900, 1, 1);

    public EventTokens Tokens => tokens;

    public bool Kept => kept;

    /// <exception cref="BrokenEvent">There are so many that the rest is not looked for.</exception>
    public void Add(Flaw flaw)
    {
        if (flaws.Count >= MostFlaws)
        {
            throw new BrokenEvent(EventFlaws.More(flaw.Place, MostFlaws));
        }

        flaws.Add(flaw);
    }

    /// <summary>Whether the value at hand is of a type; if not, it is passed over.</summary>
    public bool Is(JsonToken token, string zh, string en)
    {
        if (tokens.Token == token)
        {
            return true;
        }

        Add(EventFlaws.NotOfType(tokens.Here, zh, en));
        tokens.Skip();
        return false;
    }

    public string? Text(int longest = LongestText)
    {
        if (!Is(JsonToken.String, "文字", "a text in double quotes"))
        {
            return null;
        }

        var text = tokens.Text;
        if (text.Length == 0 || text.Length > longest)
        {
            Add(EventFlaws.WrongLength(tokens.Here, text.Length, longest));
            return null;
        }

        if (TextDamage.Find(text) is >= 0 and var at)
        {
            Add(EventFlaws.Damaged(tokens.Here, at));
            return null;
        }

        return text;
    }

    /// <summary>A text by which things are told apart.</summary>
    public string? Id()
    {
        var text = Identity(LongestId, wide: false);
        if (text is null || !(text[0] == ' ' || text[^1] == ' '))
        {
            return text;
        }

        Add(EventFlaws.WrongId(tokens.Here, new Wording(
            "编号首尾有空格", "an id neither begins nor ends with a blank")));
        return null;
    }

    /// <summary>
    /// A text by which rules tell matters apart, as people write it, such as a document number; full-width
    /// letters and digits are told apart from none.
    /// </summary>
    public string? Identifying() => Identity(LongestText, wide: true);

    /// <summary>Several ids in one text.</summary>
    public string? Ids() => Identity(LongestText, wide: false);

    /// <summary>A source stands before a '/' in printed ids, so it may have none itself.</summary>
    public string? Source()
    {
        var text = Id();
        if (text is null || !text.Contains('/', StringComparison.Ordinal))
        {
            return text;
        }

        Add(EventFlaws.WrongId(tokens.Here, new Wording(
            "来源名称中不能有“/”", "the name of a source has no '/'")));
        return null;
    }

    private string? Identity(int longest, bool wide)
    {
        var text = Text(longest);
        if (text is null || kept || IdentityText.Find(text, wide) is not { } trouble)
        {
            return text;
        }

        Add(EventFlaws.Damaged(tokens.Here, trouble));
        return null;
    }

    public DateOnly? Date()
    {
        if (!Is(JsonToken.String, "日期", "a day as \"yyyy-MM-dd\""))
        {
            return null;
        }

        if (DateOnly.TryParseExact(
                tokens.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day)
            && day >= Earliest)
        {
            return day;
        }

        Add(EventFlaws.NoSuchDay(tokens.Here, tokens.Text));
        return null;
    }

    public decimal? Number()
    {
        if (!Is(JsonToken.Integer, "数字", "a number without quotes"))
        {
            return null;
        }

        if (tokens.TryNumber(out var number, out var flaw))
        {
            return number;
        }

        Add(EventFlaws.WrongNumber(tokens.Here, flaw!.Value));
        return null;
    }

    /// <summary>An event named by its bare id (same source) or by source and id.</summary>
    public (string? Source, string Id)? Target()
    {
        if (tokens.Token == JsonToken.String)
        {
            return Id() is { } id ? (null, id) : null;
        }

        var place = tokens.Spot;
        var before = flaws.Count;
        string? sourceName = null;
        string? eventId = null;
        if (!Members(["source", "id"], name =>
            {
                _ = name == "id" ? eventId = Id() : sourceName = Source();
            }, "事件编号或 {source, id}", "an event's id, or { source, id }"))
        {
            return null;
        }

        if (flaws.Count == before && (sourceName is null || eventId is null))
        {
            Add(sourceName is null
                ? EventFlaws.TargetWithoutSource(tokens.At(place), eventId)
                    : EventFlaws.Missing(tokens.At(place), "id"));
        }

        return flaws.Count == before ? (sourceName, eventId!) : null;
    }

    /// <summary>Reads an object of a few known members.</summary>
    public bool Members(string[] names, Action<string> read, string zh, string en)
    {
        if (!Is(JsonToken.StartObject, zh, en))
        {
            return false;
        }

        var seen = 0;
        while (tokens.Next() != JsonToken.EndObject)
        {
            var name = tokens.Text;
            var here = tokens.Spot;
            var bit = 1 << (Array.IndexOf(names, name) + 1);
            tokens.Next();
            if (bit == 1 || (seen & bit) != 0)
            {
                Add(bit == 1
                    ? EventFlaws.UnknownMember(tokens.At(here), name, names)
                    : EventFlaws.Twice(tokens.At(here), name));
                tokens.Skip();
                continue;
            }

            seen |= bit;
            read(name);
        }

        return true;
    }
}
