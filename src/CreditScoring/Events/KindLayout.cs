using System.Text;

namespace CreditScoring.Events;

/// <summary>A kind with what the reader of its events looks up for every value.</summary>
internal sealed class KindLayout(EventKind kind)
{
    public EventKind Kind { get; } = kind;

    public RowLayout Row { get; } = new(kind.Fields) { TakesValuesAway = kind.Amends };
}

/// <summary>The fields of one row of values: an event's, or those of a record in a list.</summary>
internal sealed class RowLayout
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly object?[] defaults;
    private readonly RowLayout?[] records;
    private readonly Dictionary<string, string>?[] texts;
    private readonly byte[][] names;
    private readonly int[] byName;

    public RowLayout(IReadOnlyList<EventField> fields)
    {
        Fields = [.. fields];
        defaults = [.. fields.Select(field => field.Default)];
        records = [.. fields.Select(
            field => field.Type == FieldType.Records ? new RowLayout(field.Fields) : null)];
        texts = [.. fields.Select(
            field => field.Values?.ToDictionary(text => text, StringComparer.Ordinal))];
        for (var i = 0; i < Fields.Length; i++)
        {
            places.Add(Fields[i].Name, i);
            Required |= Fields[i].Required ? 1UL << i : 0;
        }

        names = [.. Fields.Select(field => Encoding.UTF8.GetBytes(field.Name))];
        byName = [.. CanonicalEvent.Ordered(fields)];
    }

    public EventField[] Fields { get; }

    /// <summary>A bit for each field that no row is without; of use where there are at most 64.</summary>
    public ulong Required { get; }

    /// <summary>Whether null says that a field has no value any more, as it does in an amendment.</summary>
    public bool TakesValuesAway { get; init; }

    public IEnumerable<string> Names => places.Keys;

    public int PlaceOf(string name) => places.GetValueOrDefault(name, -1);

    /// <summary>The same of the name that a reader has before it.</summary>
    /// <param name="next">Where in the order of canonical text it is likely to stand; moves on.</param>
    public int PlaceOf(ref QuickValues values, ref int next)
    {
        for (var tried = 0; tried < byName.Length; tried++)
        {
            var place = byName[next];
            next = next + 1 == byName.Length ? 0 : next + 1;
            if (values.NameIs(names[place]))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>A row in which every value is still its default.</summary>
    public object?[] Blank() => (object?[])defaults.Clone();

    public RowLayout RecordsAt(int place) => records[place]!;

    /// <summary>The catalogue's own copy of a text, so that a million events share it.</summary>
    /// <returns>Null: the field does not allow the text.</returns>
    public string? Allowed(int place, string text) => IsListed(place) ? Allowed(place, text.AsSpan()) : text;

    /// <summary>The same of a field that lists its texts.</summary>
    public string? Allowed(int place, ReadOnlySpan<char> text) =>
        texts[place]!.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known)
            ? known : null;

    /// <summary>Whether a field lists the texts that it allows.</summary>
    public bool IsListed(int place) => texts[place] is not null;
}
