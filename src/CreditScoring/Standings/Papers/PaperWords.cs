using CreditScoring.Events;
using CreditScoring.Law.Scenes;
using CreditScoring.Standings.Telling;

namespace CreditScoring.Standings.Papers;

/// <summary>Events as papers tell them.</summary>
internal static class PaperWords
{
    /// <summary>Such as 2024年3月1日作出的行政处罚决定（…）.</summary>
    public static string Of(Happening happening) => happening.Event.Kind.Told is not { } told
        ? NoticeWords.Event(happening, "zh")
        : NoticeWords.Day(happening.From, "zh") + Filled(happening.Event, told)
            + NoticeWords.Behind(happening);

    /// <summary>
    /// With the values of the fields that it names: 列入{list}的决定. What was not sent is left out.
    /// </summary>
    private static string Filled(RegulatoryEvent happened, string told) => happened.Kind.Fields
        .Select((field, place) => (field, Value: happened.Values[place]))
        .Aggregate(told, (text, each) => text.Replace(
            $"{{{each.field.Name}}}",
            each.Value is { } value ? FieldText.Of(each.field, value, "zh") : "", StringComparison.Ordinal));
}
