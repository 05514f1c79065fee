using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;

namespace CreditScoring.Service.RuleShelf;

/// <summary>
/// What was published is what judges: a pack in use that was published is neither edited nor removed,
/// nor is its publication, while a service works by it. A person can say that it is meant, as of what
/// is withdrawn.
/// </summary>
public static class FrozenPacks
{
    /// <param name="inUse">The shelf as it is.</param>
    /// <param name="documents">The changed folder, all of it.</param>
    /// <param name="book">Of these documents; null: they are flawed.</param>
    /// <param name="accepted">What accepted-book says; null: there is none.</param>
    /// <returns>One for each pack that is no longer what was published.</returns>
    public static IReadOnlyList<Flaw> Edits(
        ShelfState inUse, IReadOnlyList<SourceText> documents, RuleBook? book, string? accepted) =>
        book is not null && Withdrawal.Accepts(accepted, book.Hash) ? []
            : [.. Published(inUse.Documents)
                .Select(folder =>
                    (folder, place: EditOf(Of(folder, inUse.Documents), Of(folder, documents), folder)))
                .Where(each => each.place is not null)
                .Select(each => Flaw(each.folder, each.place!.Value, book))];

    private static IEnumerable<string> Published(IReadOnlyList<SourceText> documents) => documents
        .Where(each => each.File.EndsWith($"/{PackFiles.PublishedFile}", StringComparison.Ordinal))
        .Select(each => each.File[..^(PackFiles.PublishedFile.Length + 1)]);

    private static Dictionary<string, SourceText> Of(string folder, IReadOnlyList<SourceText> documents) =>
        documents.Where(each => each.File.StartsWith($"{folder}/", StringComparison.Ordinal))
            .ToDictionary(each => each.File[(folder.Length + 1)..]);

    /// <summary>Where a pack differs first from what was published; null: nowhere that matters.</summary>
    private static Place? EditOf(
        Dictionary<string, SourceText> before, Dictionary<string, SourceText> after, string folder)
    {
        // Its publication last: what was edited besides says more.
        foreach (var path in before.Keys.Union(after.Keys).Where(PackFiles.CanChangeAnOutcome)
            .Order(StringComparer.Ordinal).Append(PackFiles.PublishedFile))
        {
            var (was, now) = (before.GetValueOrDefault(path), after.GetValueOrDefault(path));
            if (was?.Text != now?.Text)
            {
                return now is null || was is null ? Place.Whole($"{folder}/{path}")
                    : now.At(was.Text.AsSpan().CommonPrefixLength(now.Text));
            }
        }

        return null;
    }

    private static Flaw Flaw(string folder, Place place, RuleBook? book)
    {
        var hash = book?.Hash[..Withdrawal.LeastDigits];
        return new Flaw(
            "pack-frozen", place,
            new Wording($"规则包 {folder} 已公布并在施行，内容却被改动",
                $"the pack {folder} was published and is in use, and was changed"),
            new Wording(
                "恢复原文；要改，另建一个施行日的文件夹"
                    + (hash is null ? "" : $"；确需更正时，将 {hash} 写入规则文件夹的 {Withdrawal.FileName} 文件"),
                "restore it; to change the law, add a folder with a new day"
                    + (hash is null ? "" : $"; to correct it all the same, write {hash} into the file "
                        + $"{Withdrawal.FileName} of the rules folder")));
    }
}
