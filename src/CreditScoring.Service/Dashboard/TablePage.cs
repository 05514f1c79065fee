using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.TablesIn;

namespace CreditScoring.Service.Dashboard;

/// <summary>A table that was handed in, and what who looks may do about it.</summary>
/// <param name="Preview">Null: its first rows are not there (any more).</param>
/// <param name="Asked">What came of what was asked for just now; null: it was done, or nothing was.</param>
/// <param name="Hindrance">Why who looks may not undo it; null: may.</param>
public sealed record TableModel(
    HandedTable Table, TablePreview? Preview, TableFault? Asked, TableFault? Hindrance, RuleBook Book)
{
    /// <summary>Others of the same file.</summary>
    public required IReadOnlyList<HandedTable> Same { get; init; }

    public required IReadOnlyList<(string Name, Wording Title)> Ready { get; init; }

    public required SubjectNames Names { get; init; }

    /// <summary>Those with another tier whom who looks may see.</summary>
    public required IReadOnlyList<TableMover> Movers { get; init; }
}

/// <summary>/tables-in/{id}: a table from its file to its events, and back.</summary>
public static class TablePage
{
    private const string Pattern = $"{TablesPage.Path}/{{id}}";

    /// <summary>Characters of a mapping.</summary>
    private const int LongestMapping = 90_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Pattern, Get).For(Right.SendEvents, Extent.None, "table-read").AsPage();
        routes.MapPost($"{Pattern}/mapping", Choose).For(Right.SendEvents, Extent.None)
            .WithMetadata(new TakesMany(2000)).AsPage();
        routes.MapPost($"{Pattern}/begin", Begin).For(Right.SendEvents, Extent.None).AsPage();
        routes.MapPost($"{Pattern}/try", Try).For(Right.SendEvents, Extent.None).AsPage();
        routes.MapPost($"{Pattern}/stop", Stop).For(Right.SendEvents, Extent.None).AsPage();
        routes.MapPost($"{Pattern}/keep", Keep).For(Right.SendEvents, Extent.None).AsPage();
        routes.MapPost($"{Pattern}/give-up", GiveUp).For(Right.SendEvents, Extent.None).AsPage();
        routes.MapPost($"{Pattern}/undo", Undo).For(Right.MendEvents, Extent.None).AsPage();
        routes.MapGet($"{Pattern}/to-mend.xlsx", Book).For(Right.SendEvents, Extent.None).AsPage();
        routes.MapGet($"{Pattern}/to-mend.csv", Csv).For(Right.SendEvents, Extent.None).AsPage();
    }

    public static string AddressOf(HandedTable table) => $"{TablesPage.Path}/{table.Id}";

    private static async Task<IResult> Get(
        string id, TableDesk desk, TablePreviews previews, Shelf shelf, IRecordQuestions record,
        CurrentCaller who) => await desk.FindAsync(id, who.Caller) is { } table
            ? await ShownAsync(table, null, desk, previews, shelf, record, who) : Unknown;

    private static async Task<IResult> Choose(
        string id, HttpRequest request, TableDesk desk, TablePreviews previews, Shelf shelf,
        IRecordQuestions record, CurrentCaller who, CancellationToken gone)
    {
        if (await desk.FindAsync(id, who.Caller) is not { } table)
        {
            return Unknown;
        }

        var form = await request.ReadFormAsync(gone);
        var text = table.Mapping;
        if ($"{form["mapping"]}" is { Length: > 0 and <= LongestMapping } written)
        {
            text = written.ReplaceLineEndings("\n");
        }
        else if (await previews.OfAsync(table) is { } shown)
        {
            var header = int.TryParse($"{form["header"]}", out var row) && row > 0 ? row : (int?)null;
            text = previews.Chosen(
                text, shown, form["sheet"], header, form["source"],
                at => form.TryGetValue($"c{at}", out var chosen) ? $"{chosen}" : null, at => form[$"t{at}"]);
        }

        var asked = text == table.Mapping && table.State == TableState.Tried ? new TableDecision(table)
            : await desk.MapAsync(id, text, who.Caller);
        if (asked.IsDone && $"{form["act"]}" == "try")
        {
            asked = await desk.TryAsync(id, who.Caller);
            await desk.WaitAsync(id, gone);
        }

        return await ToldAsync(asked, desk, previews, shelf, record, who);
    }

    private static async Task<IResult> Begin(
        string id, HttpRequest request, TableDesk desk, TablePreviews previews, Shelf shelf,
        IRecordQuestions record, CurrentCaller who, CancellationToken gone)
    {
        var form = await request.ReadFormAsync(gone);
        return await ToldAsync(
            await desk.BeginAsync(id, $"{form["with"]}", who.Caller), desk, previews, shelf, record, who);
    }

    private static async Task<IResult> Try(
        string id, TableDesk desk, TablePreviews previews, Shelf shelf, IRecordQuestions record,
        CurrentCaller who, CancellationToken gone)
    {
        var asked = await desk.TryAsync(id, who.Caller);
        await desk.WaitAsync(id, gone);
        return await ToldAsync(asked, desk, previews, shelf, record, who);
    }

    private static async Task<IResult> Stop(
        string id, TableDesk desk, TablePreviews previews, Shelf shelf, IRecordQuestions record,
        CurrentCaller who) => await ToldAsync(
            await desk.StopAsync(id, who.Caller), desk, previews, shelf, record, who);

    private static async Task<IResult> Keep(
        string id, TableDesk desk, TablePreviews previews, Shelf shelf, IRecordQuestions record,
        CurrentCaller who, CancellationToken gone)
    {
        var asked = await desk.KeepAsync(id, who.Caller);
        await desk.WaitAsync(id, gone);
        return await ToldAsync(asked, desk, previews, shelf, record, who);
    }

    private static async Task<IResult> GiveUp(
        string id, TableDesk desk, TablePreviews previews, Shelf shelf, IRecordQuestions record,
        CurrentCaller who)
    {
        var asked = await desk.GiveUpAsync(id, who.Caller);
        return asked.IsDone ? Results.LocalRedirect(TablesPage.Path)
            : await ToldAsync(asked, desk, previews, shelf, record, who);
    }

    private static async Task<IResult> Undo(
        string id, HttpRequest request, TableDesk desk, TablePreviews previews, Shelf shelf,
        IRecordQuestions record, CurrentCaller who, CancellationToken gone)
    {
        var form = await request.ReadFormAsync(gone);
        var asked = await desk.UndoAsync(id, $"{form["reason"]}", who.Caller);
        await desk.WaitAsync(id, gone);
        return await ToldAsync(asked, desk, previews, shelf, record, who);
    }

    private static Task<IResult> Book(string id, TableDesk desk, TableToMend toMend, CurrentCaller who) =>
        FileAsync(id, "xlsx", desk, toMend, who);

    private static Task<IResult> Csv(string id, TableDesk desk, TableToMend toMend, CurrentCaller who) =>
        FileAsync(id, "csv", desk, toMend, who);

    private static async Task<IResult> FileAsync(
        string id, string form, TableDesk desk, TableToMend toMend, CurrentCaller who) =>
        await desk.FindAsync(id, who.Caller) is { } table
        && await ToMendFile.OfAsync(table, toMend, form) is { } file ? file : Unknown;

    private static async Task<IResult> ToldAsync(
        TableDecision asked, TableDesk desk, TablePreviews previews, Shelf shelf, IRecordQuestions record,
        CurrentCaller who) => asked.Table is not { } table ? Unknown
        : asked.IsDone ? Results.LocalRedirect(AddressOf(table))
        : await ShownAsync(table, asked.Fault, desk, previews, shelf, record, who);

    private static async Task<IResult> ShownAsync(
        HandedTable table, TableFault? asked, TableDesk desk, TablePreviews previews, Shelf shelf,
        IRecordQuestions record, CurrentCaller who)
    {
        var movers = new List<TableMover>();
        foreach (var each in who.Caller.May(Right.ReadFiles) ? table.Trial?.Effect?.Movers ?? [] : [])
        {
            if (await who.SeesAsync(SubjectOf(each)))
            {
                movers.Add(each);
            }
        }

        var model = new TableModel(
            table, table.State is TableState.Ready or TableState.Tried or TableState.Trying
                ? await previews.OfAsync(table) : null,
            asked, desk.HindranceOf(table, who.Caller), shelf.Book)
        {
            Same = await desk.SameFileAsync(table, who.Caller), Ready = previews.Ready, Movers = movers,
            Names = await SubjectNames.OfAsync(record, movers.Select(SubjectOf)),
        };
        return Page.Of<TableView, TableModel>(
            TablesPage.Title, model,
            asked is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    internal static Subject SubjectOf(TableMover mover) => new(mover.Kind, mover.Subject);

    private static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound, TableFault.Unknown.Code, TableFault.Unknown.What,
        TableFault.Unknown.Mend);
}
