using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.TablesIn;

namespace CreditScoring.Service.Dashboard;

/// <summary>Tables that were handed in, the last first.</summary>
/// <param name="MostMebibytes">Of a file that is taken.</param>
/// <param name="Next">Where the next page begins; null: there is none.</param>
/// <param name="Fault">Of a file that was not taken just now.</param>
public sealed record TablesModel(
    IReadOnlyList<HandedTable> Tables, long MostMebibytes, string? Next, TableFault? Fault);

/// <summary>/tables-in: the tables that were handed in (导入表格), and the form in which one is.</summary>
public static class TablesPage
{
    public const string Path = "/tables-in";

    private const int Most = 30;

    public static readonly Wording Title = new("导入表格", "Tables in");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.SendEvents, Extent.None).AsPage();
        routes.MapPost(Path, HandIn).For(Right.SendEvents, Extent.None)
            .WithMetadata(new TakesFile(), new TakesTable()).AsPage();
    }

    private static async Task<IResult> Get(
        string? after, TableDesk desk, Settings settings, CurrentCaller who) =>
        Parameters.Position(after, out var skip) is { } wrong ? wrong
            : await ShownAsync((int)skip, null, desk, settings, who);

    private static async Task<IResult> HandIn(
        HttpRequest request, TableDesk desk, Settings settings, CurrentCaller who, CancellationToken gone)
    {
        var form = await request.ReadFormAsync(gone);
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return await ShownAsync(0, TableFault.NoFile, desk, settings, who);
        }

        await using var octets = file.OpenReadStream();
        var asked = await desk.HandInAsync(file.FileName, octets, who.Caller, gone);
        return asked.Table is { } table ? Results.LocalRedirect(TablePage.AddressOf(table))
            : await ShownAsync(0, asked.Fault ?? TableFault.Changed, desk, settings, who);
    }

    private static async Task<IResult> ShownAsync(
        int skip, TableFault? fault, TableDesk desk, Settings settings, CurrentCaller who)
    {
        var all = await desk.AllAsync(who.Caller, Most + 1, skip);
        return Page.Of<TablesView, TablesModel>(
            Title,
            new TablesModel(
                [.. all.Take(Most)], settings.LargestTable >> 20,
                all.Count > Most ? Parameters.Position(skip + Most) : null, fault),
            fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
