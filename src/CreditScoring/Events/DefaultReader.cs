using System.Globalization;
using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>The value that the catalogue gives a field that an event leaves out.</summary>
internal static class DefaultReader
{
    public static object? Read(ObjectReader reader, EventField field, ICollection<Flaw> flaws)
    {
        if (reader.Any("default") is not { IsNull: false } piece)
        {
            return null;
        }

        object? value = field.Type switch
        {
            FieldType.Boolean => piece.Boolean is { } boolean ? Boxed.Of(boolean) : null,
            FieldType.Number =>
                piece.Number is { } number && field.Bounds.FlawOf(number) is null ? number : null,
            FieldType.Text => field.Values?.Contains(piece.Text) ?? true ? piece.Text : null,
            FieldType.Date => DateOnly.TryParseExact(
                piece.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day) ? day : null,
            _ => null,
        };
        if (value is null || field.Required)
        {
            flaws.Add(new Flaw(
                "default-not-usable", piece.Place,
                field.Required
                    ? new Wording("必填字段不能有默认值", "a required field has no use for a default")
                    : new Wording("默认值不是该字段可取的值", "the default is not a value of the field"),
                new Wording("改正默认值，或删去", "mend the default, or remove it")));
        }

        return value;
    }
}
