using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Standings.Telling;

/// <summary>
/// The value of an event's field as a person reads it: words instead of codes, with its unit.
/// </summary>
public static class FieldText
{
    private static readonly Dictionary<string, Wording> Units = new(StringComparer.Ordinal)
    {
        ["yuan"] = new("元", "yuan"),
        ["persons"] = new("人", "persons"),
        ["items"] = new("项", "items"),
        ["outlets"] = new("个网点", "outlets"),
        ["suppliers"] = new("家供应商", "suppliers"),
    };

    /// <param name="language">"zh", anything else is English.</param>
    public static string Of(EventField field, object? value, string language) => value switch
    {
        string text => Title(field, text, language),
        string[] texts => string.Join(
            language == "zh" ? "、" : ", ", texts.Select(text => Title(field, text, language))),
        decimal => $"{ValueText.Of(value, language)} {Unit(field, language)}".TrimEnd(),
        _ => ValueText.Of(value, language),
    };

    /// <summary>What the unit of a number is called; empty: it has none.</summary>
    public static string Unit(EventField field, string language) => field.Unit is null ? ""
        : Units.TryGetValue(field.Unit, out var title) ? title.In(language) ?? "" : field.Unit;

    private static string Title(EventField field, string text, string language) =>
        field.Titles.TryGetValue(text, out var title) ? title.In(language) ?? text : text;
}
