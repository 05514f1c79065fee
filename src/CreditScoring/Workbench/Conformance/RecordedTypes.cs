using System.Collections;
using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Language;

namespace CreditScoring.Workbench.Conformance;

/// <summary>
/// The recording's way of writing types ("decimal?", [ {...} ]) and the values of those.
/// </summary>
internal static class RecordedTypes
{
    public static RuleType TypeOf(string name, JsonPiece declared) => declared.Kind switch
    {
        JsonKind.Object => RuleType.Of(new RecordedShape(
            name,
            [.. declared.Properties.Select(each => (each.Name, TypeOf(each.Name, each.Value)))])),
        JsonKind.List => RuleType.ListOf(TypeOf(name, declared.Items[0])).OrMissing(),
        _ => Named(declared.Text!),
    };

    public static object? ValueOf(JsonPiece? written, RuleType type) =>
        written is null || written.IsNull ? null : type.Shape switch
        {
            Shape.Integer => (int)written.Number!,
            Shape.Number => Exact(written),
            Shape.Boolean => written.Boolean,
            Shape.Text => written.Text,
            Shape.Instant => DateTime.Parse(written.Text!, CultureInfo.InvariantCulture),
            Shape.List => ListOf(written, type.Element!),
            _ => new RecordedRow([.. ((RecordedShape)type.Record!).Fields.Select(
                field => ValueOf(written[field.Name], field.Type))]),
        };

    private static RuleType Named(string written)
    {
        var type = written.TrimEnd('?') switch
        {
            "int" => RuleType.Integer,
            "decimal" => RuleType.Number,
            "bool" => RuleType.Boolean,
            "date" => RuleType.Instant,
            _ => RuleType.Text,
        };
        return written.EndsWith('?') ? type.OrMissing() : type;
    }

    /// <summary>
    /// A writer of JSON uses an exponent for a binary number only, so that number is meant, to the
    /// last of its digits, and not its shortest spelling.
    /// </summary>
    /// <returns>Null: then it is too large.</returns>
    public static decimal? Exact(JsonPiece written)
    {
        var (number, text) = (written.Number!.Value, written.Source.Text);
        var start = written.Source.OffsetOf(written.Place.Line, written.Place.Column);
        var length = text.AsSpan(start).IndexOfAnyExcept("0123456789.+-eE");
        return text.AsSpan(start, length).Contains('e')
            ? decimal.TryParse(((double)number).ToString("F0", CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture, out var meant) ? meant : null
            : number;
    }

    private static IList ListOf(JsonPiece written, RuleType element)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element.Clr))!;
        foreach (var item in written.Items)
        {
            list.Add(ValueOf(item, element));
        }

        return list;
    }
}
