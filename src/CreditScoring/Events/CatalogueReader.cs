using CreditScoring.Documents;

namespace CreditScoring.Events;

/// <summary>
/// The documents under rules/events -> the catalogue, or everything wrong with them.
/// </summary>
public static class CatalogueReader
{
    /// <param name="documents">The catalogue files, in any order.</param>
    /// <param name="flaws">All flaws by place; empty where the catalogue can be used.</param>
    public static bool TryRead(
        IEnumerable<SourceText> documents,
        out EventCatalogue? catalogue,
        out IReadOnlyList<Flaw> flaws)
    {
        var found = new List<Flaw>();
        var draft = new CatalogueDraft(found);
        foreach (var document in documents.OrderBy(text => text.File, StringComparer.Ordinal))
        {
            if (JsonDocumentReader.Read(document, out var broken) is { } piece)
            {
                draft.Take(piece);
            }
            else
            {
                found.Add(broken!);
            }
        }

        var kinds = draft.Kinds();
        flaws =
        [
            .. found.OrderBy(flaw => flaw.Place.File, StringComparer.Ordinal)
                .ThenBy(flaw => flaw.Place.Line).ThenBy(flaw => flaw.Place.Column),
        ];
        catalogue = flaws.Any(flaw => flaw.Severity == Severity.Error) ? null
            : new EventCatalogue(kinds, draft.SubjectKinds, draft.Correctors, draft.Roles, draft.Sources);
        return catalogue is not null;
    }
}
