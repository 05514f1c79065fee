using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Standings.Telling;

/// <summary>
/// The value of an event's field as a person reads it: words instead of codes, with its unit.
/// </summary>
public static class FieldText
{
    /// <summary>So many records are read at a glance; the rest are counted.</summary>
    private const int MostRecords = 3;

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
        // Between a figure and its Chinese unit no space is written.
        decimal => (ValueText.Of(value, language) + (language == "zh" ? "" : " ") + Unit(field, language))
            .TrimEnd(),
        object?[][] records => Records(field, records, language),
        _ => ValueText.Of(value, language),
    };

    /// <summary>
    /// What a field is called, without the explanation behind it in brackets or after a colon.
    /// </summary>
    public static string Short(Wording label, string language)
    {
        var whole = label.In(language).Split(['：', ':'])[0].TrimEnd();
        var open = whole.LastIndexOfAny(['（', '(']);
        return open > 0 && whole[^1] is ('）' or ')') ? whole[..open].TrimEnd() : whole;
    }

    /// <summary>The first of them, each by what it says; of the others how many there are.</summary>
    private static string Records(EventField field, object?[][] records, string language)
    {
        var told = records.Take(MostRecords).Select(record => string.Join(' ', field.Fields
            .Zip(record, (part, value) => value is null or false ? ""
                : value is true ? Short(part.Label, language) : Of(part, value, language))
            .Where(said => said.Length > 0)));
        var rest = records.Length <= MostRecords ? ""
            : language == "zh" ? $" 等 {records.Length} 项" : $", … {records.Length} in all";
        return string.Join(language == "zh" ? "；" : "; ", told) + rest;
    }

    /// <summary>What the unit of a number is called; empty: it has none.</summary>
    public static string Unit(EventField field, string language) => field.Unit is null ? ""
        : Units.TryGetValue(field.Unit, out var title) ? title.In(language) ?? "" : field.Unit;

    private static string Title(EventField field, string text, string language) =>
        field.Titles.TryGetValue(text, out var title) ? title.In(language) ?? text : text;
}
