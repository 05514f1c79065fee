using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Dashboard;

/// <summary>A page of what was turned away, and how the sources stand.</summary>
/// <param name="Next">Where the next page begins; null: there is none.</param>
/// <param name="NextSource">Where the sources behind these begin; null: there are none.</param>
public sealed record QuarantineModel(
    IReadOnlyList<QuarantineItem> Items, string? Next, IReadOnlyList<SourceNumbers> Sources,
    string? NextSource);

/// <summary>One item, and what came of reading it again just now.</summary>
public sealed record QuarantineItemModel(QuarantineItem Item);

/// <summary>/quarantine: what was turned away, why, and reading it again.</summary>
public static class QuarantinePage
{
    private static readonly Wording Title = new("隔离区", "Quarantine");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/quarantine", All)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read").AsPage();
        routes.MapGet("/quarantine/{position}", One)
            .For(Right.ReadIncoming, Extent.Whole, "quarantine-read").AsPage();
        routes.MapPost("/quarantine/{position}/replay", Replay)
            .For(Right.ReplayIncoming, Extent.Whole, "quarantine-replayed").AsPage();
    }

    private static async Task<IResult> All(string? after, string? sourcesAfter, IRecordQuestions record)
    {
        var fromSource = default(string);
        if ((Parameters.Position(after, out var behind)
            ?? Parameters.Source(sourcesAfter, out fromSource)) is { } wrong)
        {
            return wrong;
        }

        const int most = 50, gaps = 5, sources = 500, beginning = 200;
        var items = await record.QuarantineAsync(behind, most + 1, new PageBounds(beginning, 1 << 20));
        var shown = items.Take(most).ToList();
        var numbers = await record.SourcesAsync(fromSource, sources + 1, gaps);
        return Page.Of<QuarantineView, QuarantineModel>(Title, new QuarantineModel(
            shown, items.Count > most ? Parameters.Position(shown[^1].Position) : null,
            [.. numbers.Take(sources)],
            numbers.Count > sources ? Parameters.Source(numbers[sources - 1].Source) : null));
    }

    private static async Task<IResult> One(string position, IRecordQuestions record)
    {
        const int shown = 64 << 10;
        return Parameters.Position(position, out var number) is { } wrong ? wrong
            : await record.QuarantineItemAsync(number, shown) is { } item
                ? Page.Of<QuarantineItemView, QuarantineItemModel>(Title, new QuarantineItemModel(item))
                : Problems.NotInQuarantine(number);
    }

    private static async Task<IResult> Replay(
        string position, HttpRequest request, QuarantineReading reading, CurrentCaller who,
        CancellationToken gone) =>
        Parameters.Position(position, out var number) is { } wrong ? wrong
            : await reading.AgainAsync(
                number, who.Sender, request.HttpContext.Connection.RemoteIpAddress, gone) is null
                ? Problems.NotInQuarantine(number)
                : Results.LocalRedirect($"/quarantine/{number}");
}
