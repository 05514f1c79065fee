using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Seconding;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Newtonsoft.Json;

namespace CreditScoring.Service.Work;

/// <summary>The documents of a rule book -> the text that the record keeps of it, and back.</summary>
public static class KeptBooks
{
    /// <param name="documents">Those of the packs in use; trials and official texts judge nobody.</param>
    public static BookText TextOf(RuleBook book, IReadOnlyList<SourceText> documents) =>
        BookText.Of(book.Hash, JsonText.Of(json =>
        {
            json.WriteStartObject();
            foreach (var document in documents.Where(Judges)
                .OrderBy(each => each.File, StringComparer.Ordinal))
            {
                json.Property(document.File, document.Text);
            }

            json.WriteEndObject();
        }));

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static IReadOnlyList<SourceText> DocumentsOf(BookText kept)
    {
        var documents = new List<SourceText>();
        try
        {
            using var json = new JsonTextReader(new StringReader(kept.Text()))
            {
                DateParseHandling = DateParseHandling.None,
            };
            while (json.Read())
            {
                if (json.TokenType == JsonToken.PropertyName)
                {
                    documents.Add(new SourceText((string)json.Value!, json.ReadAsString() ?? ""));
                }
            }
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException(damaged.Message, damaged);
        }

        return documents;
    }

    /// <summary>The book again, as this program reads it.</summary>
    /// <param name="seconding">The second engine that judges beside; null: none does.</param>
    /// <param name="flaw">Why it is not the book that it was.</param>
    public static RuleBook? Read(BookText kept, Seconding? seconding, out string? flaw)
    {
        try
        {
            var documents = DocumentsOf(kept);
            var reading = seconding is not null ? RuleBookReader.Read(documents, seconding).Prepared()
                : KnownReadings.Of(documents, "kept", () => RuleBookReader.Read(documents).Prepared());
            flaw = reading.Book is null
                ? reading.Flaws.First(each => each.Severity == Severity.Error).ToString()
                : reading.Book.Hash != kept.Book ? $"it now reads as book {reading.Book.Hash[..12]}" : null;
            return flaw is null ? reading.Book : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            flaw = fault is InvalidDataException ? $"its text is damaged: {fault.Message}"
                : $"the program failed on it ({fault.GetType().Name})";
            return null;
        }
    }

    private static bool Judges(SourceText document) =>
        !document.File.EndsWith(".cases.json", StringComparison.Ordinal)
        && !document.File.Contains("/texts/", StringComparison.Ordinal)
        && !document.File.StartsWith("schema/", StringComparison.Ordinal);
}
