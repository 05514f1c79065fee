using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>The bounds that the catalogue gives a field, and their flaws.</summary>
internal static class BoundsReader
{
    public static readonly string[] OfNumbers = ["atLeast", "atMost", "whole"];

    public static FieldBounds Read(ObjectReader reader, ICollection<Flaw> flaws)
    {
        var bounds = new FieldBounds(
            reader.Number("atLeast"), reader.Number("atMost"), reader.Boolean("whole") ?? false,
            CatalogueWords.Texts(reader, "notBefore", flaws) ?? []);
        if (bounds.AtLeast > bounds.AtMost)
        {
            flaws.Add(new Flaw(
                "bounds-empty", reader.Any("atMost")!.Place,
                new Wording("atMost 小于 atLeast，没有可取的值", "atMost is less than atLeast: no value fits"),
                new Wording("改正其中一个", "mend one of the two")));
        }

        return bounds;
    }

    /// <summary>Each day is held against days that there are, and not against itself.</summary>
    public static void CheckDays(
        JsonPiece owner, string self, IEnumerable<string> days, ICollection<Flaw> flaws)
    {
        var known = FieldBounds.DaysOfEvents.Concat(days).Where(name => name != self).Distinct().ToArray();
        foreach (var stray in (owner["notBefore"]?.Items ?? [])
            .Where(item => item.Text is { } text && !known.Contains(text)))
        {
            flaws.Add(EventFlaws.NotListed(stray.Place, stray.Text!, known));
        }
    }
}
