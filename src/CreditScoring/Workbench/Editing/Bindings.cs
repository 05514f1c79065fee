using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;

namespace CreditScoring.Workbench.Editing;

/// <summary>What was read of a regime's files, and the names in scope of each of its texts.</summary>
/// <param name="Texts">By the place of the text's first character.</param>
internal sealed record Bindings(RuleReading Reading, IReadOnlyDictionary<Place, TextScope> Texts)
{
    public static Bindings Of(IReadOnlyList<SourceText> documents, Seconding? seconding)
    {
        var texts = new Dictionary<Place, TextScope>();
        var reading = RuleBookReader.Read(
            documents, seconding, (text, scope, given) => texts[text.At(0)] = new TextScope(scope, given));
        return new Bindings(reading, texts);
    }

    /// <summary>The same of documents of which only cases differ: what was bound stays so.</summary>
    public Bindings WithFiles(IReadOnlyList<SourceText> documents) => this with
    {
        Reading = Reading with
        {
            Packs =
            [
                .. Reading.Packs.Select(pack => new PackFiles(pack.Folder, documents
                    .Where(each => each.File.StartsWith(pack.Folder + "/", StringComparison.Ordinal))
                    .ToDictionary(each => each.File[(pack.Folder.Length + 1)..]))),
            ],
        },
    };

    /// <summary>
    /// The names in scope of each text of a document, by the way to it; empty: it is broken.
    /// </summary>
    public IReadOnlyDictionary<string, TextScope> ScopesOf(SourceText document)
    {
        var found = new Dictionary<string, TextScope>(StringComparer.Ordinal);
        var places = new HashSet<Place>();
        var whole = document.File.EndsWith(".workflow.json", StringComparison.Ordinal)
            || document.File.EndsWith("/pack.json", StringComparison.Ordinal)
            ? JsonDocumentReader.Read(document, out _) : null;
        foreach (var (way, piece) in whole is null ? [] : JsonWays.All(whole))
        {
            // The first line of several begins where the whole does.
            if (piece.Formula is not null && piece.AsRule().At(0) is var place
                && Texts.TryGetValue(place, out var scope) && places.Add(place))
            {
                found.Add(way, scope);
            }
        }

        return found;
    }
}
