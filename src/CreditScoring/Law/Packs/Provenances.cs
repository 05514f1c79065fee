using CreditScoring.Documents;

namespace CreditScoring.Law.Packs;

/// <summary>
/// How many numbers of a pack are worth what: each object that says <c>provenance</c> counts once.
/// </summary>
public sealed record Provenances(int Published, int Recalled, int Bureau, int Illustrative)
{
    public static Provenances Of(PackFiles files)
    {
        var words = files.Workflows.Concat(files.Tables)
            .Select(source => JsonDocumentReader.Read(source, out _)).OfType<JsonPiece>()
            .SelectMany(Words).ToArray();
        return new Provenances(
            Count(Provenance.Published), Count(Provenance.Recalled), Count(Provenance.Bureau),
            Count(Provenance.Illustrative));

        int Count(ListedWord word) => words.Count(each => each == word.Text);
    }

    private static IEnumerable<string> Words(JsonPiece piece) =>
        piece.Properties.Where(each => each.Name == RuleProperties.Provenance.Name)
            .Select(each => each.Value.Text)
            .OfType<string>()
            .Concat(piece.Properties.Select(each => each.Value).Concat(piece.Items).SelectMany(Words));
}
