using CreditScoring.Documents;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Work;

namespace CreditScoring.Service.Governance;

/// <summary>
/// The files of a rules folder -> one text, by whose hash the record has them and people name them; and back,
/// file by file as they were. Worked examples, law.md and official texts are among them; the schemas, which
/// <c>credit schema</c> writes, are not.
/// </summary>
public static class LawTexts
{
    public static BookText Of(IEnumerable<SourceText> documents)
    {
        var text = JsonText.Of(json =>
        {
            json.WriteStartObject();
            foreach (var document in Counting(documents))
            {
                json.Property(document.File, document.Text);
            }

            json.WriteEndObject();
        });
        var unnamed = BookText.Of("", text);
        return unnamed with { Book = unnamed.Hash() };
    }

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static IReadOnlyList<SourceText> DocumentsOf(BookText kept) => KeptBooks.DocumentsOf(kept);

    /// <summary>In the order in which they are hashed.</summary>
    public static IEnumerable<SourceText> Counting(IEnumerable<SourceText> documents) => documents
        .Where(each => !each.File.StartsWith("schema/", StringComparison.Ordinal))
        .OrderBy(each => each.File, StringComparer.Ordinal);
}
