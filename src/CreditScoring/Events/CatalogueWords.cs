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

    /// <summary>
    /// A list of different texts, each by itself or as <c>value</c> with what people call it in both
    /// languages; null where the property is absent.
    /// </summary>
    public static IReadOnlyList<string>? TitledTexts(
        ObjectReader reader, string name, ICollection<Flaw> flaws, out Dictionary<string, Wording> titles)
    {
        titles = new Dictionary<string, Wording>(StringComparer.Ordinal);
        if (reader.Any(name) is not { IsNull: false } list)
        {
            return null;
        }

        if (list.Kind != JsonKind.List || list.Items.All(item => item.Kind != JsonKind.Object))
        {
            return Texts(reader, name, flaws);
        }

        var texts = new List<string>();
        foreach (var item in list.Items)
        {
            var text = item.Kind == JsonKind.Object ? Titled(item, flaws, titles) : item.Text;
            if (text is null && item.Kind != JsonKind.Object)
            {
                flaws.Add(ObjectReader.WrongType(item, "a text, or an object with value, zh and en",
                    "文字，或者写明 value、zh、en 的对象"));
            }
            else if (text is not null && IsNew(texts.Contains(text), item["value"] ?? item, flaws))
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    private static string? Titled(
        JsonPiece item, ICollection<Flaw> flaws, Dictionary<string, Wording> titles)
    {
        var reader = new ObjectReader(item, flaws);
        var (text, title) = (reader.RequireText("value"), Label(reader));
        reader.Close();
        titles[text ?? ""] = title;
        return text;
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
