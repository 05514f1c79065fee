using CreditScoring.Documents;
using CreditScoring.Planning;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Planning;
using CreditScoring.Service.RandomDraws;

namespace CreditScoring.Service.Dashboard;

/// <summary>A draw as everybody sees it.</summary>
/// <param name="Results">How it stands with the first of those to be visited.</param>
public sealed record PublicDrawModel(RandomDraw Draw, IReadOnlyList<DrawnResult> Results);

/// <summary>
/// /public/draws: what is published of draws (一公开), for everybody, where the authority wants its own site to
/// have it from here (<c>Public:Draws</c>). Announced draws and what was drawn, by objects and numbers of
/// inspectors; of results those alone that have been made public.
/// </summary>
public static class PublicDrawsPage
{
    public const string Path = "/public/draws";

    private const string Results = "results.json";
    private const int MostShown = 500;

    /// <summary>The register of inspectors is not published: whom they avoid is nobody's business.</summary>
    private static readonly string[] Files = [DrawFiles.Commit, DrawFiles.Population, DrawFiles.Proof];

    private static readonly Wording Title = new("双随机抽查公示", "Random draws made public");

    private static readonly JsonShape<DrawnResult> Result = new(
        "PublicResult",
        new("id", "主体代码", "the object's id", each => each.Visit.Id),
        new("stratum", "层", "its stratum", each => each.Visit.Stratum),
        new("visitedOn", "检查之日", "the day of the visit", each => each.Result.VisitedOn),
        new("outcome", "检查结果", "what was found", each => each.Result.Outcome),
        new("publishedOn", "公开之日", "the day on which it was made public", each => each.Result.PublishedOn));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).ForEverybody().AsPage();
        routes.MapGet(Path + "/{id}", Get).ForEverybody().AsPage();
        routes.MapGet(Path + "/{id}/{file}", File).ForEverybody().AsPage();
    }

    public static string AddressOf(RandomDraw draw) => $"{Path}/{draw.Id}";

    /// <summary>What is found of a visit, once it is made public.</summary>
    public static bool IsPublic(DrawnResult result) => result.State == VisitState.Published;

    private static async Task<IResult> List(DrawBook draws, Settings settings) => !settings.PublishesDraws
        ? Unknown : Page.Of<PublicDrawsView, IReadOnlyList<RandomDraw>>(
            Title, [.. (await draws.LatestAsync(RegionScope.All)).Where(each => each.Announced is not null)]);

    private static async Task<IResult> Get(
        string id, DrawBook draws, DrawResults results, Settings settings) =>
        await FindAsync(id, draws, settings) is { } draw
            ? Page.Of<PublicDrawView, PublicDrawModel>(
                new Wording(draw.Header.Number, draw.Header.Number),
                new PublicDrawModel(draw, await results.OfAsync(draw, 0, MostShown)))
            : Unknown;

    private static async Task<IResult> File(
        string id, string file, DrawBook draws, DrawFiles files, DrawResults results, Settings settings)
    {
        if (await FindAsync(id, draws, settings) is not { } draw)
        {
            return Unknown;
        }

        return file == Results ? ResultsOf(await results.OfAsync(draw, 0, int.MaxValue))
            : Files.Contains(file) && files.Of(draw, file) is { } found ? found : Unknown;
    }

    private static IResult ResultsOf(IEnumerable<DrawnResult> results) =>
        Microsoft.AspNetCore.Http.Results.Text(
            JsonText.Of(json => json.Array(results.Where(IsPublic), Result.Write)), "application/json");

    /// <summary>What nobody has announced is not public.</summary>
    private static async Task<RandomDraw?> FindAsync(string id, DrawBook draws, Settings settings) =>
        settings.PublishesDraws && await draws.FindAsync(id, RegionScope.All) is { Announced: not null } draw
            ? draw : null;

    private static Problem Unknown { get; } = DrawPage.Unknown;
}
