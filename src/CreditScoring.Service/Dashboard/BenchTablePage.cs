using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Intake;
using CreditScoring.Workbench.Revising;

namespace CreditScoring.Service.Dashboard;

/// <summary>A table of a draft as it is filled in.</summary>
/// <param name="Was">The same of the law that the draft is written upon; null: there was none.</param>
public sealed record BenchTableModel(
    Proposal Proposal, DraftPack Pack, string File, TableGrid Grid, TableGrid? Was)
{
    public required bool MayWrite { get; init; }

    /// <summary>What is wrong with it as it is filled in.</summary>
    public required IReadOnlyList<Flaw> Flaws { get; init; }

    /// <summary>What came of what was asked for just now; null: nothing was.</summary>
    public LawDecision? Asked { get; init; }
}

/// <summary>
/// /proposals/{id}/law/table: a table as a grid; pasted from a spreadsheet, taken in and given out as .xlsx.
/// </summary>
public static class BenchTablePage
{
    /// <summary>Rows of a table of the law.</summary>
    private const int Most = 2000;

    /// <summary>Fields of its form: two thousand rows of two dozen columns.</summary>
    private const int MostCells = 50_000;

    private const int LongestFile = 1 << 20;

    /// <summary>Names of columns that are told as not taken.</summary>
    private const int Named = 5;

    /// <summary>Empty rows that are offered below.</summary>
    private const int Spare = 2;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{BenchLawPage.Pattern}/table", Get).For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapGet($"{BenchLawPage.Pattern}/table.xlsx", Sheet)
            .For(Right.ReadProposals, Extent.Whole).AsPage();
        routes.MapPost($"{BenchLawPage.Pattern}/table", Post).For(Right.DraftLaw, Extent.Whole)
            .WithMetadata(new TakesFile(), new TakesMany(MostCells)).AsPage();
    }

    /// <summary>The name of the field of a cell.</summary>
    public static string CellName(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"r{row}.{column}");

    private static async Task<IResult> Get(string id, string? file, DraftDesk drafts, CurrentCaller who) =>
        await SpotOfAsync(id, file, drafts) is { } spot
            ? await ShownAsync(spot, spot.Grid, [], null, drafts, who)
            : ProposalsResource.Refused(BenchFaults.NoSpot);

    private static async Task<IResult> Sheet(string id, string? file, DraftDesk drafts)
    {
        if (await SpotOfAsync(id, file, drafts) is not { } spot)
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var table = new Table(spot.Grid.Columns, [.. spot.Grid.Rows.Select(row => (object?[])[.. row])]);
        var name = spot.Source.File[(spot.Source.File.LastIndexOf('/') + 1)..^".json".Length];
        return Results.File(Workbook.Write(table), Workbook.MediaType, $"{name}.xlsx");
    }

    private static async Task<IResult> Post(
        string id, string? file, HttpRequest request, DraftDesk drafts, CurrentCaller who)
    {
        if (await SpotOfAsync(id, file, drafts) is not { } found)
        {
            return ProposalsResource.Refused(BenchFaults.NoSpot);
        }

        var spot = found with { Gone = request.HttpContext.RequestAborted };
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var flaws = new List<Flaw>();
        var grid = $"{form["act"]}" switch
        {
            "paste" => Taken(spot.Grid, [.. SheetRows.OfText($"{form["table"]}")], flaws),
            "file" => Taken(spot.Grid, await RowsAsync(form.Files["file"], flaws), flaws),
            _ => Typed(spot.Grid, form),
        };
        if (flaws.Count > 0 || $"{form["act"]}" != "save")
        {
            return await ShownAsync(spot, grid, flaws, null, drafts, who);
        }

        var asked = await drafts.SaveAsync(
            spot.Draft, SeenDraft.Of(form), spot.Draft.Files.With(grid.AppliedTo(spot.Source)), who.Caller);
        return asked.IsDone ? Results.LocalRedirect(BenchPath.Pack(asked.Proposal!, spot.Folder))
            : await ShownAsync(spot, grid, [], asked, drafts, who);
    }

    private static async Task<List<string[]>> RowsAsync(IFormFile? file, List<Flaw> flaws)
    {
        if (file is null || file.Length is 0 or > LongestFile)
        {
            flaws.Add(Wrong(1, "没有文件，或超过 1 MiB", "there is no file, or more than 1 MiB"));
            return [];
        }

        using var octets = new MemoryStream();
        await file.CopyToAsync(octets);
        return file.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? SheetRows.OfWorkbook(octets.ToArray(), Most, "table", flaws)
            : [.. SheetRows.OfText(octets.ToArray())];
    }

    /// <summary>Rows whose first one names the columns, in any order.</summary>
    private static TableGrid Taken(TableGrid grid, List<string[]> rows, List<Flaw> flaws)
    {
        var filled = rows.FindAll(row => row.Any(cell => cell.Length > 0));
        var columns = filled.Count == 0 ? [] : filled[0];
        var unknown = columns.Where(name => name.Length > 0 && !grid.Columns.Contains(name)).ToList();
        if (flaws.Count == 0 && (columns.Length == 0 || unknown.Count > 0))
        {
            var (known, others) = (
                string.Join(", ", grid.Columns),
                string.Join(", ", unknown.Take(Named).Select(Spelling.Shown)));
            flaws.Add(Wrong(
                1, $"第一行应为列名：{known}（不收：{others}）",
                $"the first row names the columns: {known} (not taken: {others})"));
        }

        if (filled.Count > Most)
        {
            flaws.Add(Wrong(Most, $"至多 {Most} 行", $"have {Most} rows at the most"));
        }

        var places = grid.Columns.Select(name => Array.IndexOf(columns, name)).ToList();
        return flaws.Count > 0 ? grid : grid with
        {
            Rows =
            [
                .. filled.Skip(1).Select(row => (IReadOnlyList<string>)
                    [.. places.Select(place => row.ElementAtOrDefault(place) ?? "")]),
            ],
        };
    }

    private static Flaw Wrong(int row, string zh, string en) => new(
        "table-wrong", new Place("table", row, 1), new Wording(zh, en),
        new Wording("可先导出，在其上修改", "give it out first, and change that"));

    private static TableGrid Typed(TableGrid grid, IFormCollection form)
    {
        var count = Enumerable.Range(0, Most).TakeWhile(row => form.ContainsKey(CellName(row, 0))).Count();
        return grid with
        {
            Rows =
            [
                .. Enumerable.Range(0, count).Select(row => (IReadOnlyList<string>)
                [
                    .. grid.Columns.Select((_, column) => form.ContainsKey($"drop{row}") ? ""
                        : WrittenValue.OneLine($"{form[CellName(row, column)]}")),
                ]),
            ],
        };
    }

    private static async Task<Spot?> SpotOfAsync(string id, string? file, DraftDesk drafts) =>
        file is not null && file.Contains("/tables/", StringComparison.Ordinal)
        && await drafts.OfAsync(id) is { } draft && BenchPath.FolderOf(draft.Files, file) is { } folder
        && draft.Files.At(file) is { } source && TableGrid.Of(source) is { } grid
            ? new Spot(draft, folder, source, grid) : null;

    private static async Task<IResult> ShownAsync(
        Spot spot, TableGrid grid, IReadOnlyList<Flaw> flaws, LawDecision? asked, DraftDesk drafts,
        CurrentCaller who)
    {
        var source = grid.AppliedTo(spot.Source);
        var pack = await Task.Run(() => spot.Draft.Rules.PackWith(source, spot.Folder, spot.Gone));
        var ground = (await drafts.BaseOfAsync(spot.Draft.Proposal)).At(spot.Source.File);
        var offered = grid with
        {
            Rows =
            [
                .. grid.Rows,
                .. Enumerable.Repeat<IReadOnlyList<string>>([.. grid.Columns.Select(_ => "")], Spare),
            ],
        };
        return Page.Of<BenchTableView, BenchTableModel>(
            BenchLawPage.Title,
            new BenchTableModel(
                spot.Draft.Proposal, pack, spot.Source.File, offered,
                ground is null ? null : TableGrid.Of(ground))
            {
                MayWrite = BenchFaults.MayWrite(spot.Draft.Proposal, who),
                Flaws = flaws.Count > 0 ? flaws
                    : [.. pack.Flaws.Where(flaw => flaw.Place.File == spot.Source.File)],
                Asked = asked,
            },
            flaws.Count > 0 ? StatusCodes.Status422UnprocessableEntity
            : asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    /// <summary>The table that is asked for, in the draft as it is.</summary>
    private sealed record Spot(DraftAtHand Draft, string Folder, SourceText Source, TableGrid Grid)
    {
        /// <summary>Whether who asked has left, or asks something else by now.</summary>
        public CancellationToken Gone { get; init; }
    }
}
