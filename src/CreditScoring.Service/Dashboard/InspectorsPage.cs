using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Dashboard;

/// <summary>The register of inspectors, and the form in which one is entered.</summary>
/// <param name="Register">Null: none was entered.</param>
/// <param name="By">Who entered it.</param>
/// <param name="Flaws">Of a table that was not entered just now.</param>
public sealed record InspectorsModel(
    InspectorRegister? Register, string? By, DateTimeOffset? Since, IReadOnlyList<Flaw> Flaws);

/// <summary>GET /plans/inspectors: the register (检查人员名录库); POST enters a whole new one.</summary>
public static class InspectorsPage
{
    public const string Path = "/plans/inspectors";

    private const string Workbook = ".xlsx";

    private static readonly Wording Title = new("检查人员名录", "Register of inspectors");

    private static readonly Flaw TooLong = new(
        "table-too-long", new Place("inspectors", 1, 1),
        new Wording("文件超过 1 MiB", "the file has more than 1 MiB"),
        new Wording("只留名录的各栏", "keep the columns of the register alone"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.ReadPlans, Extent.Whole).AsPage();
        routes.MapPost(Path, Enter).For(Right.MakePlans, Extent.Whole).WithMetadata(new TakesFile())
            .AsPage();
    }

    private static Task<IResult> Get(InspectorRoll inspectors) => ShownAsync(inspectors, []);

    private static async Task<IResult> Enter(HttpRequest request, InspectorRoll inspectors, CurrentCaller who)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var flaws = new List<Flaw>();
        var lines = form.Files["file"] is { Length: > 0 } file ? await LinesAsync(file, flaws)
            : InspectorTable.Lines(form["table"].ToString(), flaws);
        var wrong = flaws.Count > 0 ? flaws : await inspectors.EnterAsync(lines, who.Caller);
        return wrong.Count == 0 ? Results.LocalRedirect(Path) : await ShownAsync(inspectors, wrong);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(IFormFile file, List<Flaw> flaws)
    {
        if (file.Length > InspectorTable.Longest)
        {
            flaws.Add(TooLong);
            return [];
        }

        using var octets = new MemoryStream();
        await file.CopyToAsync(octets);
        return InspectorTable.Lines(
            octets.ToArray(), file.FileName.EndsWith(Workbook, StringComparison.OrdinalIgnoreCase), flaws);
    }

    private static async Task<IResult> ShownAsync(InspectorRoll inspectors, IReadOnlyList<Flaw> flaws)
    {
        var roll = await inspectors.CurrentAsync();
        return Page.Of<InspectorsView, InspectorsModel>(
            Title,
            new InspectorsModel(
                roll?.Register, roll?.Entry.Act.Actor, roll?.Entry.RecordedAt, flaws),
            flaws.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
