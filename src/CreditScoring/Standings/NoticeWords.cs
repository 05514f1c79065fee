using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Standings;

/// <summary>Days, numbers and events as the drafts write them.</summary>
internal static class NoticeWords
{
    public static string Day(DateOnly day, string language) => language == "zh"
        ? $"{day.Year}年{day.Month}月{day.Day}日" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A sentence about a value, with the value in its place.</summary>
    public static string Filled(Wording sentence, object value, string language) => sentence.In(language)
        .Replace("{value}", value switch
        {
            decimal number => Number(number),
            DateOnly day => Day(day, language),
            _ => $"{value}",
        }, StringComparison.Ordinal)
        .Replace(
            "{percent}", value is decimal share ? Number(share * 100) : "", StringComparison.Ordinal);

    /// <summary>An event as papers tell it, such as 2024年3月1日作出的行政处罚决定（…）.</summary>
    public static string InPaper(Happening happening) => happening.Event.Kind.Told is { } told
        ? Day(happening.From, "zh") + ToldOf(happening.Event, told) + Behind(happening)
        : Event(happening, "zh");

    /// <summary>With the values of the fields that it names: 列入{list}的决定. What was not sent is left out.</summary>
    private static string ToldOf(RegulatoryEvent event_, string told) => event_.Kind.Fields
        .Select((field, place) => (field, Value: event_.Values[place]))
        .Aggregate(told, (text, each) => text.Replace(
            $"{{{each.field.Name}}}",
            each.Value is { } value ? FieldText.Of(each.field, value, "zh") : "", StringComparison.Ordinal));

    /// <summary>
    /// An event by its day, kind and document; without a document by the sender's own number.
    /// </summary>
    public static string Event(Happening happening, string language)
    {
        var kind = happening.Event.Kind.Label.In(language);
        if (happening == RaisedKinds.OfTheSubject)
        {
            return kind;
        }

        var (day, document) = (Day(happening.From, language), happening.Event.Document);
        return language == "zh"
            ? day + kind + Behind(happening)
            : $"{kind} of {day} ({document ?? $"{happening.Event.Id}"})";
    }

    private static string Behind(Happening happening) => happening.Event.Document is { } document
        ? $"（{document}）" : $"（编号 {happening.Event.Id}）";
}
