using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>What the objects of a catalogue file have in common.</summary>
internal static class CatalogueWords
{
    /// <summary>The label in both languages: properties <c>zh</c> and <c>en</c>.</summary>
    public static Wording Label(ObjectReader reader)
    {
        reader.Any("$comment");
        return new Wording(reader.RequireText("zh") ?? "?", reader.RequireText("en") ?? "?");
    }

    /// <summary>A list of different texts; null where the property is absent.</summary>
    public static IReadOnlyList<string>? Texts(
        ObjectReader reader, string name, ICollection<Flaw> flaws)
    {
        if (reader.Any(name) is not { IsNull: false } list)
        {
            return null;
        }

        var texts = reader.Texts(name);
        foreach (var again in list.Items
            .Where(item => item.Text is not null)
            .GroupBy(item => item.Text, StringComparer.Ordinal)
            .SelectMany(alike => alike.Skip(1)))
        {
            IsNew(true, again, flaws);
        }

        return texts;
    }

    /// <summary>Whether a name is used for the first time.</summary>
    public static bool IsNew(bool taken, JsonPiece name, ICollection<Flaw> flaws)
    {
        if (taken)
        {
            flaws.Add(new Flaw(
                "name-taken", name.Place,
                new Wording($"“{name.Text}”已经声明过", $"'{name.Text}' is declared already"),
                new Wording("改名，或删去其中一处", "choose another name, or remove one of the two")));
        }

        return !taken;
    }
}
