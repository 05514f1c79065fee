using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Workbench.Revising;

/// <summary>A field of an event compared with a value, as both were chosen from lists.</summary>
/// <param name="Comparison">One of <see cref="ConditionPhrase.Comparisons"/>.</param>
public sealed record FieldTest(string Field, string Comparison, string Value);

/// <summary>
/// A condition for who does not write expressions: what kind of event it is, what its fields say, and how
/// many such events there are within months. It gives text of the rule language like any other.
/// </summary>
/// <param name="Kind">Of the event that happened, or of those that are on file on the day.</param>
/// <param name="IsOfDay">Whether the rule is about a day, and no event happens.</param>
public sealed record ConditionPhrase(EventKind Kind, IReadOnlyList<FieldTest> Tests, bool IsOfDay = false)
{
    /// <summary>What every event may say beside its fields: as what the subject acted.</summary>
    public const string Role = "role";

    /// <summary>How a field can be compared, and what that is called.</summary>
    public static readonly IReadOnlyList<(string Written, Wording Called)> Comparisons =
    [
        ("==", new("为", "is")), ("!=", new("不为", "is not")), (">=", new("不小于", "at least")),
        ("<=", new("不大于", "at most")), (">", new("大于", "more than")), ("<", new("小于", "less than")),
    ];

    /// <summary>So many such events have to be there, this one counted; null: it stands by itself.</summary>
    public int? Count { get; init; }

    /// <summary>Within so many months back from the day from which this one counts; null: ever.</summary>
    public int? Months { get; init; }

    public string Written() => (IsOfDay, Count) switch
    {
        (false, null) => Such("happened"),
        (false, { } count) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Such("happened")} && events.Count(e => {Such("e")}{Recent("happened.from")}) + 1 >= {count}"),
        (true, null) => $"events.Any(e => {Such("e")}{Recent("day")})",
        (true, { } count) => string.Create(
            CultureInfo.InvariantCulture, $"events.Count(e => {Such("e")}{Recent("day")}) >= {count}"),
    };

    private string Recent(string until) => Months is not { } months ? ""
        : string.Create(CultureInfo.InvariantCulture, $" && e.from.AddMonths({months}) >= {until}");

    private string Such(string name) => string.Join(" && ",
        Tests.Select(test => Of(name, test)).Prepend($"{name}.kind == {JsonLine.Text(Kind.Name)}"));

    private string Of(string name, FieldTest test)
    {
        var type = Kind.Fields.FirstOrDefault(field => field.Name == test.Field)?.Type;
        var value = test.Value.Trim();
        return type switch
        {
            FieldType.Boolean => (value == "true") == (test.Comparison == "==")
                ? $"{name}.{test.Field}" : $"!{name}.{test.Field}",
            FieldType.Texts => (test.Comparison == "!=" ? "!" : "")
                + $"{name}.{test.Field}.Contains({JsonLine.Text(value)})",
            FieldType.Number => $"{name}.{test.Field} {test.Comparison} {WrittenValue.Of(value)}",
            FieldType.Date => $"{name}.{test.Field} {test.Comparison} {DayOf(value)}",
            _ => $"{name}.{test.Field} {test.Comparison} {JsonLine.Text(value)}",
        };
    }

    private static string DayOf(string value) => DateOnly.TryParseExact(
        value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? string.Create(CultureInfo.InvariantCulture, $"DateTime({day.Year}, {day.Month}, {day.Day})")
        : JsonLine.Text(value);
}
