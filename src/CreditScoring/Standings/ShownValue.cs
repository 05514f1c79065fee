using System.Collections;
using CreditScoring.Enterprises;
using CreditScoring.Law.Language;
using CreditScoring.Law.Scenes;
using CreditScoring.Law.Tables;

namespace CreditScoring.Standings;

/// <summary>A list as it is shown: how many items it has, and the first of them.</summary>
public sealed record ShownList(int Count, IReadOnlyList<object?> First);

/// <summary>A row of a table as it is shown: its cells by column.</summary>
public sealed record ShownRow(IReadOnlyList<KeyValuePair<string, object?>> Cells);

/// <summary>
/// The value of a reading as people and programs may see it: text, decimal, boolean, day, null, a
/// <see cref="ShownList"/> or a <see cref="ShownRow"/>; whatever has an id is shown as its id.
/// </summary>
public static class ShownValue
{
    /// <summary>So many items of a list are shown at most.</summary>
    public const int MostItems = 20;

    public static object? Of(object? value) => value switch
    {
        null or string or bool or decimal or DateOnly => value,
        int number => (decimal)number,
        long number => (decimal)number,
        DateTimeOffset instant => instant.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        Points points => points.Value,
        BoundedDay day => day.IsKnown ? day.Known : day.ToString(),
        Happening happening => happening.Event.Id.ToString(),
        Entry entry => entry.Id,
        Duty duty => $"{duty.Happened.Event.Id}/{duty.Name}",
        SubjectView view => view.Id,
        Subject subject => subject.Id,
        TableRow row => new ShownRow([.. row.Columns.Select((column, i) =>
            KeyValuePair.Create(column.Name, Of(row.Cells[i])))]),
        IEnumerable many => List(many),
        _ => "…",
    };

    private static ShownList List(IEnumerable many)
    {
        var first = new List<object?>();
        var count = 0;
        foreach (var item in many)
        {
            if (count++ < MostItems)
            {
                first.Add(Of(item));
            }
        }

        return new ShownList(count, first);
    }
}
