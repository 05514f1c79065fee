using System.Text.Json;

namespace CreditScoring.Events;

/// <summary>
/// Reads <c>data</c>, and the records in it, on the quick way (<see cref="QuickEventReader"/>).
/// </summary>
internal static class QuickRow
{
    private const int MostFields = 64;

    /// <summary>The row of an event that has no <c>data</c>.</summary>
    public static object?[]? Absent(RowLayout row) => row.Required == 0 ? row.Blank() : null;

    /// <param name="source">Completes event fields that give only an id.</param>
    public static object?[]? Read(ref QuickValues values, RowLayout row, string source)
    {
        if (values.Token != JsonTokenType.StartObject || row.Fields.Length > MostFields)
        {
            return null;
        }

        var read = row.Blank();
        var seen = 0UL;
        var next = 0;
        while (values.Next() == JsonTokenType.PropertyName)
        {
            var place = row.PlaceOf(ref values, ref next);
            if (place < 0 || (seen & (1UL << place)) != 0)
            {
                return null;
            }

            seen |= 1UL << place;
            if (values.Next() != JsonTokenType.Null)
            {
                if ((read[place] = Value(ref values, row, place, source)) is null
                    || (read[place] is Array { Length: 0 } && row.Fields[place].Required && !values.Kept))
                {
                    return null;
                }
            }
            else if (row.Fields[place].Required)
            {
                return null;
            }
            else if (row.TakesValuesAway)
            {
                read[place] = NoValue.Any;
            }
        }

        return (row.Required & ~seen) == 0 ? read : null;
    }

    private static object? Value(ref QuickValues values, RowLayout row, int place, string source) =>
        row.Fields[place].Type switch
        {
            FieldType.Text => Text(ref values, row, place),
            FieldType.Number => values.Number() is { } number
                && (values.Kept || row.Fields[place].Bounds.FlawOf(number) is null) ? number : null,
            FieldType.Boolean => values.Truth() is { } truth ? Boxed.Of(truth) : null,
            FieldType.Date => values.Date(),
            FieldType.Event => values.Target() is { } target
                ? new EventId(target.Source ?? source, target.Id) : null,
            FieldType.Texts => Texts(ref values, row, place),
            _ => Records(ref values, row.RecordsAt(place), source),
        };

    private static string? Text(ref QuickValues values, RowLayout row, int place) =>
        row.IsListed(place) ? row.Allowed(place, values.Word(stackalloc char[QuickValues.LongestWord]))
        : row.Fields[place].Identifies ? values.Identifying()
        : values.Text();

    private static string[]? Texts(ref QuickValues values, RowLayout row, int place)
    {
        if (values.Token != JsonTokenType.StartArray)
        {
            return null;
        }

        var items = new List<string>();
        while (values.Next() != JsonTokenType.EndArray)
        {
            if (items.Count == ValueReader.MostItems || Text(ref values, row, place) is not { } text)
            {
                return null;
            }

            items.Add(text);
        }

        return [.. items];
    }

    private static object?[][]? Records(ref QuickValues values, RowLayout row, string source)
    {
        if (values.Token != JsonTokenType.StartArray)
        {
            return null;
        }

        var items = new List<object?[]>();
        while (values.Next() != JsonTokenType.EndArray)
        {
            if (items.Count == ValueReader.MostItems || Read(ref values, row, source) is not { } record)
            {
                return null;
            }

            items.Add(record);
        }

        return [.. items];
    }
}
