using CreditScoring.Law.Packs;

namespace CreditScoring.Standings;

/// <summary>
/// How a subject is to be supervised (分类分级监管): what the rules of one regime say, field by field.
/// Null: the rules say nothing of it. What the program itself reads has a member of its own.
/// </summary>
public sealed record Frequency
{
    private readonly object?[] values;

    /// <param name="read">The value of a field; null: none.</param>
    public Frequency(Func<FrequencyField, object?> read) => values = [.. FrequencyField.All.Select(read)];

    public object? this[FrequencyField field]
    {
        get
        {
            for (var place = 0; place < values.Length; place++)
            {
                if (ReferenceEquals(FrequencyField.All[place], field))
                {
                    return values[place];
                }
            }

            throw new ArgumentOutOfRangeException(nameof(field), field.Name, "no field of the supervision");
        }
    }

    /// <summary>Inspections a year; 0.5 is one in two years.</summary>
    public decimal? TimesPerYear => (decimal?)this[FrequencyField.TimesPerYear];

    /// <summary>First day of the window of the next inspection.</summary>
    public DateOnly? Opens => (DateOnly?)this[FrequencyField.Opens];

    /// <summary>Last day of the window of the next inspection.</summary>
    public DateOnly? Due => (DateOnly?)this[FrequencyField.Due];

    public bool Equals(Frequency? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    public override int GetHashCode() => values.Aggregate(0, HashCode.Combine);
}
