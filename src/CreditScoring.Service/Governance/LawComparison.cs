using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Comparing;

namespace CreditScoring.Service.Governance;

/// <summary>One thing that a law says otherwise, beside the article on which its rule rests.</summary>
/// <param name="Was">The article as it was; null: the rule cites none, or is new.</param>
/// <param name="Becomes">The article as it becomes; null: the rule cites none, or is removed.</param>
public sealed record ArticleChange(Change Change, Provision? Was, Provision? Becomes);

/// <summary>What a law has otherwise in one pack.</summary>
/// <param name="Folder">Such as <c>cn/product-quality-points/2024-01-01</c>.</param>
/// <param name="Against">
/// The folder that it is compared with: itself, or of a new version the one before; null: it has none.
/// </param>
/// <param name="IsRemoved">Whether the law no longer has it.</param>
public sealed record PackChange(
    string Folder, string? Against, bool IsRemoved, IReadOnlyList<ArticleChange> Changes)
{
    /// <summary>Whether this version was there before.</summary>
    public bool IsEdited => Against == Folder;
}

/// <summary>What a law has otherwise than another one, by what it means.</summary>
/// <param name="Packs">Packs that are added, edited or removed.</param>
/// <param name="Files">Files outside of packs that differ: kinds of events, calendars, rules of
/// draws.</param>
public sealed record LawComparison(IReadOnlyList<PackChange> Packs, IReadOnlyList<string> Files)
{
    /// <param name="old">The law before; one without packs where there was none.</param>
    public static LawComparison Of(
        RuleReading old, IReadOnlyList<SourceText> before, RuleReading @new, IReadOnlyList<SourceText> after)
    {
        var was = old.Packs.ToDictionary(each => each.Folder);
        var becomes = @new.Packs.ToDictionary(each => each.Folder);
        var packs = new List<PackChange>();
        foreach (var folder in was.Keys.Union(becomes.Keys).Order(StringComparer.Ordinal))
        {
            var (one, other) = (was.GetValueOrDefault(folder), becomes.GetValueOrDefault(folder));
            if (other is null)
            {
                packs.Add(new PackChange(folder, folder, IsRemoved: true, []));
            }
            else if (one is null || !Same(one, other))
            {
                var against = one ?? Before(folder, was.Values);
                packs.Add(new PackChange(
                    folder, against?.Folder, IsRemoved: false,
                    against is null ? [] : [.. Changes(against, old, other, @new)]));
            }
        }

        return new LawComparison(packs, FilesOf(before, after, [.. was.Keys.Union(becomes.Keys)]));
    }

    /// <summary>Also the words of the law and the worked examples are the pack's.</summary>
    private static bool Same(PackFiles one, PackFiles other) => one.Paths.SequenceEqual(other.Paths)
        && one.Paths.All(path => one.At(path)!.Text == other.At(path)!.Text);

    /// <summary>The version of the same regime before it.</summary>
    private static PackFiles? Before(string folder, IEnumerable<PackFiles> packs)
    {
        var regime = folder[..(folder.LastIndexOf('/') + 1)];
        return packs.Where(each => each.Folder.StartsWith(regime, StringComparison.Ordinal)
                && string.CompareOrdinal(each.Folder, folder) < 0)
            .MaxBy(each => each.Folder, StringComparer.Ordinal);
    }

    private static IEnumerable<ArticleChange> Changes(
        PackFiles was, RuleReading old, PackFiles becomes, RuleReading @new)
    {
        var (before, after) = (
            old.Bound.GetValueOrDefault(was.Folder), @new.Bound.GetValueOrDefault(becomes.Folder));
        return PackDiff.Of(was, becomes)
            .Select(each => new ArticleChange(each, ArticleOf(each, before), ArticleOf(each, after)));
    }

    /// <summary>
    /// The article of the rule that a path names, such as <c>tier / twelve-or-more / Expression</c>.
    /// </summary>
    private static Provision? ArticleOf(Change change, RulePack? pack) =>
        change.Path.Split(" / ") is [_, var named, ..]
        && pack?.Rules.FirstOrDefault(each => each.Name == named) is { } rule
            ? pack.Law.Find(rule.Citation) : null;

    private static IReadOnlyList<string> FilesOf(
        IReadOnlyList<SourceText> before, IReadOnlyList<SourceText> after, IReadOnlyList<string> folders)
    {
        var (was, becomes) = (Outside(before, folders), Outside(after, folders));
        return
        [
            .. was.Keys.Union(becomes.Keys).Order(StringComparer.Ordinal)
                .Where(each => was.GetValueOrDefault(each) != becomes.GetValueOrDefault(each)),
        ];
    }

    private static Dictionary<string, string> Outside(
        IReadOnlyList<SourceText> documents, IReadOnlyList<string> folders) => documents
        .Where(each => !each.File.StartsWith("schema/", StringComparison.Ordinal)
            && !folders.Any(folder => each.File.StartsWith(folder + "/", StringComparison.Ordinal)))
        .ToDictionary(each => each.File, each => each.Text);
}
