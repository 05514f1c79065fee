using System.Linq.Expressions;
using CreditScoring.Events;
using CreditScoring.Law.Language;

namespace CreditScoring.Law.Scenes;

/// <summary>The types that the catalogue's fields have in rule text.</summary>
public static class FieldTypes
{
    public static RuleType Of(EventField field, bool present)
    {
        var type = field.Type switch
        {
            FieldType.Number => RuleType.Number,
            FieldType.Boolean => RuleType.Boolean,
            FieldType.Date => RuleType.Date,
            FieldType.Texts => RuleType.ListOf(RuleType.Text),
            FieldType.Records => RuleType.ListOf(RuleType.Of(Record(field))),
            _ => RuleType.Text,
        };
        return present ? type : type.OrMissing();
    }

    /// <summary>One record of a list: its declared fields in order.</summary>
    private static FixedShape Record(EventField list) => new(
        $"item of {list.Name}", typeof(object?[]),
        [.. list.Fields.Select((field, place) => (field, place)).Where(each => !each.field.IsPersonal)
            .Select(each => Item(each.field, each.place))]);

    private static Member Item(EventField field, int place)
    {
        var type = Of(field, field.AlwaysPresent) with { Values = field.Values };
        return new Member(field.Name, type, row => Expression.Convert(
            Expression.ArrayIndex(row, Expression.Constant(place)), type.Clr))
        {
            Label = field.Label, Unit = field.Unit,
        };
    }
}
