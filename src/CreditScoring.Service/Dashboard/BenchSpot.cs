using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Law.Packs;
using CreditScoring.Service.Governance;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>The addresses of the pages on which a draft is written.</summary>
public static class BenchPath
{
    public static string Law(Proposal proposal) => $"{ProposalsPage.AddressOf(proposal)}/law";

    public static string Pack(Proposal proposal, string folder) =>
        $"{Law(proposal)}/pack?folder={Uri.EscapeDataString(folder)}";

    public static string Trial(Proposal proposal, string folder) =>
        $"{Law(proposal)}/trial?folder={Uri.EscapeDataString(folder)}";

    public static string Rule(Proposal proposal, string file, RulePath at) =>
        $"{Law(proposal)}/rule?file={Uri.EscapeDataString(file)}&at={at}";

    public static string NewRule(Proposal proposal, string file, RulePath at) =>
        $"{Rule(proposal, file, at)}&new=true";

    public static string Words(Proposal proposal) => $"{Law(proposal)}/words";

    public static string Table(Proposal proposal, string file) =>
        $"{Law(proposal)}/table?file={Uri.EscapeDataString(file)}";

    public static string Text(Proposal proposal, string file) =>
        $"{Law(proposal)}/text?file={Uri.EscapeDataString(file)}";

    public static string Case(Proposal proposal, string file, int at) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Law(proposal)}/case?file={Uri.EscapeDataString(file)}&at={at}");

    public static string Article(Proposal proposal, string folder, string anchor) =>
        $"{Law(proposal)}/article?folder={Uri.EscapeDataString(folder)}"
            + $"&anchor={Uri.EscapeDataString(anchor)}";

    /// <summary>The pack that a file belongs to; null: to none.</summary>
    public static string? FolderOf(LawFiles files, string file) => files.Folders.FirstOrDefault(
        folder => file.StartsWith(folder + '/', StringComparison.Ordinal));
}

/// <summary>A rule of a draft, and where it stands.</summary>
/// <param name="File">Of its workflow.</param>
public sealed record BenchRule(
    string Role, string File, RulePath At, RuleEntry Entry, int FirstLine, int LastLine);

/// <summary>A worked example of a draft, and where it stands.</summary>
public sealed record BenchCase(
    string File, int At, string Name, string? Citation, int FirstLine, int LastLine);

/// <summary>What stands where in the files of a pack.</summary>
public sealed class BenchSpots
{
    private readonly PackFiles pack;

    public BenchSpots(PackFiles pack)
    {
        this.pack = pack;
        var manifest = JsonDocumentReader.Read(pack.Manifest, out _);
        var workflows = pack.Workflows.Select(source => (source, JsonDocumentReader.Read(source, out _)))
            .Where(each => each.Item2?["WorkflowName"]?.Text is not null)
            .DistinctBy(each => each.Item2!["WorkflowName"]!.Text)
            .ToDictionary(each => each.Item2!["WorkflowName"]!.Text!, StringComparer.Ordinal);
        foreach (var role in ManifestReader.Roles)
        {
            if (manifest?["workflows"]?[role]?.Text is { } name && workflows.TryGetValue(name, out var found))
            {
                Workflows.Add((role, found.source.File));
                Rules.AddRange((found.Item2!["Rules"]?.Items ?? []).Select((rule, place) => new BenchRule(
                    role, found.source.File, new RulePath([place]), RuleEntry.Of(rule), rule.Place.Line,
                    LastLine(rule))));
            }
        }
    }

    /// <summary>The file that plays each role.</summary>
    public List<(string Role, string File)> Workflows { get; } = [];

    /// <summary>In the order of roles, then as written.</summary>
    public List<BenchRule> Rules { get; } = [];

    /// <summary>In the order of the files; the most of a pack, and read when somebody asks.</summary>
    public IReadOnlyList<BenchCase> Cases => field ??=
    [
        .. pack.Cases.SelectMany(source => (JsonDocumentReader.Read(source, out _)?["cases"]?.Items ?? [])
            .Select((piece, place) => new BenchCase(
                source.File, place, piece["name"]?.Text ?? "", piece["citation"]?.Text,
                piece.Place.Line, LastLine(piece)))),
    ];

    public string Folder => pack.Folder;

    /// <summary>The page of the spot that a flaw names; of what has none, that of its whole file.</summary>
    public string PageOf(Flaw flaw, Proposal proposal) => PageAt(flaw.Place, proposal);

    /// <summary>The page on which a place is written.</summary>
    public string PageAt(Place place, Proposal proposal) =>
        Rules.Find(rule => rule.File == place.File && Holds(rule.FirstLine, rule.LastLine, place)) is { } rule
            ? BenchPath.Rule(proposal, rule.File, rule.At)
        : Cases.FirstOrDefault(each => each.File == place.File
            && Holds(each.FirstLine, each.LastLine, place)) is { } tried
            ? BenchPath.Case(proposal, tried.File, tried.At)
        : Grids.Contains(place.File) ? BenchPath.Table(proposal, place.File)
        : BenchPath.Text(proposal, place.File);

    /// <summary>The files of tables that can be shown as such.</summary>
    private HashSet<string> Grids => field ??=
        [.. pack.Tables.Where(each => TableGrid.Of(each) is not null).Select(each => each.File)];

    public bool IsOf(BenchRule rule, Flaw flaw) =>
        rule.File == flaw.Place.File && Holds(rule.FirstLine, rule.LastLine, flaw.Place);

    private static bool Holds(int first, int last, Place place) =>
        place.Line >= first && place.Line <= last;

    /// <summary>The line of its last bracket.</summary>
    private static int LastLine(JsonPiece piece) => piece.LastPlace.Line;
}
