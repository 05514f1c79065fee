using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Calendars;
using CreditScoring.Law.Language;
using CreditScoring.Law.Packs;

namespace CreditScoring.Law.Books;

/// <summary>What was read of a folder of rules.</summary>
/// <param name="Book">Null where an error stands among the flaws: a flawed book judges nobody.</param>
/// <param name="Packs">The packs' documents, also the flawed ones'.</param>
/// <param name="Flaws">All of them, sorted by place.</param>
public sealed record RuleReading(RuleBook? Book, IReadOnlyList<PackFiles> Packs, IReadOnlyList<Flaw> Flaws)
{
    /// <summary>Null where its files have errors.</summary>
    public EventCatalogue? Catalogue { get; init; }

    /// <summary>The second engine that judges beside; null: none does.</summary>
    public Seconding.Seconding? Seconding { get; init; }

    /// <summary>
    /// What could be bound, by folder; also of a flawed book, for those who look for more flaws.
    /// </summary>
    public IReadOnlyDictionary<string, RulePack> Bound { get; init; } = new Dictionary<string, RulePack>();

    /// <summary>
    /// The same with every expression made ready to run, so that what cannot be is a flaw of the book
    /// and nothing that the first event meets.
    /// </summary>
    public RuleReading Prepared()
    {
        var found = Bound.Values.SelectMany(pack => pack.Formulas).Select(formula => formula.Prepare())
            .OfType<Flaw>();
        Flaw[] all = [.. Flaws, .. found];
        Array.Sort(all, Flaw.ByPlace);
        return all.Length == Flaws.Count ? this : this with { Book = null, Flaws = all };
    }

    /// <summary>
    /// The same with every expression made ready for the second engine; what it cannot read is told.
    /// </summary>
    public RuleReading Seconded()
    {
        var engine = Bound.Count == 0 ? null : Seconding?.Engine;
        var files = engine is null
            ? []
            : Packs.SelectMany(pack => pack.Workflows).Select(engine.FlawOf).OfType<Flaw>();
        var texts = Bound.Values.SelectMany(pack => pack.Formulas).Select(formula => formula.PrepareSecond())
            .OfType<Flaw>();
        Flaw[] all = [.. Flaws, .. files, .. texts];
        Array.Sort(all, Flaw.ByPlace);
        return this with { Flaws = all };
    }
}

/// <summary>
/// The documents under rules/ -> the rule book, or every flaw that keeps it from being one.
/// </summary>
public static class RuleBookReader
{
    /// <param name="documents">Every file by its path from the rules folder, with forward slashes.</param>
    /// <param name="seconding">The second engine that judges beside; null: none does.</param>
    /// <param name="met">Who is told of each text of the packs; null: nobody.</param>
    public static RuleReading Read(
        IReadOnlyList<SourceText> documents, Seconding.Seconding? seconding = null, TextMet? met = null)
    {
        var flaws = new List<Flaw>(documents.Where(IsProse).Select(TextDamage.FlawOf).OfType<Flaw>());
        var catalogueFiles = Under(documents, "events/");
        var calendars = Under(documents, "calendars/");
        CatalogueReader.TryRead(catalogueFiles, out var catalogue, out var found);
        flaws.AddRange(found);
        var workingDays = WorkingDaysReader.Read(calendars, flaws);
        var folders = Folders(documents);
        var bound = new Dictionary<string, RulePack>(StringComparer.Ordinal);
        foreach (var files in catalogue is null ? [] : folders)
        {
            if (PackReader.Read(
                files, catalogue!, workingDays, flaws,
                finishing: seconding is null ? null : seconding.Finish, met: met) is { } pack)
            {
                bound.Add(files.Folder, pack);
            }
        }

        var packs = bound.Values.ToArray();
        CheckAgree(packs, flaws);
        CheckTransitions(packs, flaws);
        flaws.Sort(Flaw.ByPlace);
        var book = catalogue is null || flaws.Any(flaw => flaw.Severity == Severity.Error) ? null
            : new RuleBook(
                catalogue, workingDays, Regimes(packs, catalogue, seconding),
                Hash(packs, [.. catalogueFiles, .. calendars]))
            {
                Seconding = seconding,
            };
        return new RuleReading(
            book, folders, flaws) { Catalogue = catalogue, Bound = bound, Seconding = seconding };
    }

    /// <summary>The words of the law; JSON is looked at by its reader.</summary>
    private static bool IsProse(SourceText document) =>
        !document.File.EndsWith(".json", StringComparison.Ordinal);

    private static SourceText[] Under(IReadOnlyList<SourceText> documents, string folder) =>
        [.. documents.Where(document => document.File.StartsWith(folder, StringComparison.Ordinal))];

    private static PackFiles[] Folders(IReadOnlyList<SourceText> documents) =>
    [
        .. documents.Where(document => document.File.EndsWith("/pack.json", StringComparison.Ordinal))
            .Select(document => document.File[..^"/pack.json".Length])
            .Order(StringComparer.Ordinal)
            .Select(folder => new PackFiles(folder, Inside(documents, folder + "/"))),
    ];

    private static Dictionary<string,
    SourceText> Inside(IReadOnlyList<SourceText> documents, string prefix) =>
        documents.Where(document => document.File.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(document => document.File[prefix.Length..]);

    private static Regime[] Regimes(
        IEnumerable<RulePack> packs, EventCatalogue catalogue, Seconding.Seconding? seconding) =>
    [
        .. packs.GroupBy(pack => pack.Regime).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Regime(
                group.Key, [.. group.OrderBy(pack => pack.Manifest.InForceFrom)], catalogue)
            {
                Seconding = seconding,
            }),
    ];

    /// <summary>The versions of a regime choose by one and the same anchor.</summary>
    private static void CheckAgree(IEnumerable<RulePack> packs, List<Flaw> flaws)
    {
        foreach (var versions in packs.GroupBy(pack => pack.Regime))
        {
            var first = versions.First();
            foreach (var other in versions.Where(pack => pack.Anchor.Source.Text != first.Anchor.Source.Text))
            {
                flaws.Add(new Flaw(
                    "anchor-differs", other.Manifest.Place,
                    new Wording("同一制度各版本的 anchor 必须相同", "all versions of a regime have the same anchor"),
                    new Wording(
                        $"写成 \"{first.Anchor.Source.Text}\"", $"write \"{first.Anchor.Source.Text}\"")));
            }
        }
    }

    /// <summary>What looks back has to have something to look back on.</summary>
    private static void CheckTransitions(IEnumerable<RulePack> packs, List<Flaw> flaws)
    {
        foreach (var versions in packs.GroupBy(pack => pack.Regime))
        {
            var first = versions.MinBy(pack => pack.Manifest.InForceFrom)!.Manifest;
            if (first.Transition != Transition.Old)
            {
                var written = first.Transition.ToString().ToLowerInvariant();
                flaws.Add(new Flaw(
                    "transition-not-applied", first.TransitionPlace!.Value,
                    new Wording(
                        $"\"{written}\" 无从适用：这是最早的版本，此前没有旧版本",
                        $"\"{written}\" applies to nothing: no version was before this one"),
                    new Wording(
                        "写 \"old\"，或者把旧版本的文件夹一并放入",
                        "write \"old\", or put the folder of the version before it beside it")));
            }
        }
    }

    private static string Hash(IEnumerable<RulePack> packs, IEnumerable<SourceText> shared) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '\n',
            packs.Select(pack => $"{pack.Regime} {pack.Version} {pack.Hash}")
                .Concat(
                    shared.OrderBy(each => each.File, StringComparer.Ordinal).Select(each => each.Text))))));
}
