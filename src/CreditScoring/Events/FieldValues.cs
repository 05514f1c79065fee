using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Events;

/// <summary>Reads <c>data</c>, and the records in it, into rows of typed values.</summary>
internal sealed class FieldValues(ValueReader values)
{
    private readonly EventTokens tokens = values.Tokens;
    private string source = "";

    /// <param name="row">The declared fields.</param>
    /// <param name="owner">What messages call the owner of the fields.</param>
    /// <param name="eventSource">Completes event fields that give only an id.</param>
    public object?[]? Read(RowLayout row, string owner, string eventSource)
    {
        source = eventSource;
        return Row(row, owner);
    }

    /// <summary>The row of an event that has no <c>data</c>.</summary>
    public object?[] Absent(RowLayout row, string owner, Spot place)
    {
        RequireAll(row, owner, [], place);
        return row.Blank();
    }

    private object?[]? Row(RowLayout row, string owner)
    {
        var start = tokens.Spot;
        if (!values.Is(JsonToken.StartObject, "对象 { 字段: 值 }", "an object of fields"))
        {
            return null;
        }

        var read = row.Blank();
        var seen = new bool[row.Fields.Length];
        while (tokens.Next() != JsonToken.EndObject)
        {
            var place = row.PlaceOf(tokens.Text);
            if (place < 0 || seen[place])
            {
                Refuse(place < 0, row, owner);
                continue;
            }

            seen[place] = true;
            if (tokens.Next() != JsonToken.Null || row.Fields[place].Required)
            {
                var at = tokens.Here;
                read[place] = Value(row, place);
                RequireItems(row.Fields[place], read[place], at, owner);
            }
            else if (row.TakesValuesAway)
            {
                read[place] = NoValue.Any;
            }
        }

        RequireAll(row, owner, seen, start);
        return read;
    }

    private void Refuse(bool unknown, RowLayout row, string owner)
    {
        values.Add(unknown
            ? EventFlaws.UnknownField(tokens.Here, tokens.Text, owner, row.Names)
            : EventFlaws.Twice(tokens.Here, tokens.Text));
        tokens.Next();
        tokens.Skip();
    }

    /// <summary>
    /// A list that is required and empty says nothing, whatever a record of earlier years holds.
    /// </summary>
    private void RequireItems(EventField field, object? value, Place at, string owner)
    {
        if (field.Required && value is Array { Length: 0 } && !values.Kept)
        {
            values.Add(EventFlaws.EmptyField(at, field.Name, owner));
        }
    }

    private void RequireAll(RowLayout row, string owner, ReadOnlySpan<bool> seen, Spot start)
    {
        for (var i = 0; i < row.Fields.Length; i++)
        {
            if (row.Fields[i].Required && (seen.IsEmpty || !seen[i]))
            {
                values.Add(EventFlaws.MissingField(tokens.At(start), row.Fields[i].Name, owner));
            }
        }
    }

    private object? Value(RowLayout row, int place) => row.Fields[place].Type switch
    {
        FieldType.Text => Text(row, place),
        FieldType.Number => Number(row.Fields[place]),
        FieldType.Boolean => Truth(),
        FieldType.Date => values.Date(),
        FieldType.Event => values.Target() is { } target
            ? new EventId(target.Source ?? source, target.Id) : null,
        FieldType.Texts => List(() => Text(row, place)),
        _ => List(() => Row(row.RecordsAt(place), row.Fields[place].Name)),
    };

    private object? Number(EventField field)
    {
        var number = values.Number();
        if (number is { } read && !values.Kept && field.Bounds.FlawOf(read) is { } what)
        {
            values.Add(EventFlaws.OutOfBounds(tokens.Here, field.Name, what));
        }

        return number;
    }

    private string? Text(RowLayout row, int place)
    {
        if ((row.Fields[place].Identifies ? values.Identifying() : values.Text()) is not { } text)
        {
            return null;
        }

        var allowed = row.Allowed(place, text);
        if (allowed is null)
        {
            values.Add(EventFlaws.NotListed(tokens.Here, text, row.Fields[place].Values!));
        }

        return allowed;
    }

    private object? Truth() =>
        values.Is(JsonToken.Boolean, "true 或 false", "true or false")
            ? Boxed.Of(tokens.Truth) : null;

    private T[]? List<T>(Func<T?> item)
        where T : class
    {
        if (!values.Is(JsonToken.StartArray, "列表 [ … ]", "a list [ … ]"))
        {
            return null;
        }

        var items = new List<T>();
        var start = tokens.Spot;
        var count = 0;
        while (tokens.Next() != JsonToken.EndArray)
        {
            if (++count > ValueReader.MostItems)
            {
                tokens.Skip();
            }
            else if (item() is { } read)
            {
                items.Add(read);
            }
        }

        if (count > ValueReader.MostItems)
        {
            values.Add(EventFlaws.TooMany(tokens.At(start), ValueReader.MostItems));
        }

        return [.. items];
    }
}
