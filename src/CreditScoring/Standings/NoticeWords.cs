using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Scenes;

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

    /// <summary>The document behind an event in Chinese; without one the sender's own number.</summary>
    public static string Behind(Happening happening) => happening.Event.Document is { } document
        ? $"（{document}）" : $"（编号 {happening.Event.Id}）";
}
