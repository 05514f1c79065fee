using CreditScoring.Documents;
using CreditScoring.Draws.Proofs;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Planning;
using CreditScoring.Service.RandomDraws;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/draws: random draws that one person prepares, another announces, and anybody verifies from the files
/// that are published.
/// </summary>
public static class DrawsResource
{
    private const string Path = "/v1/draws";

    /// <summary>Of the form of an id.</summary>
    private const string NoId = "0123456789abcdef";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).For(Right.ReadPlans, Extent.List)
            .Says("最近的双随机抽取", "The latest random draws").AnswersList("RandomDraws", DrawJson.Head);
        routes.MapGet(Path + "/{id}", Get).For(Right.ReadPlans, Extent.Subject, "draw-read")
            .Says("一次抽取：公告、抽中的主体和检查人员", "One draw: what was announced, who was drawn, who goes there")
            .Answers(DrawJson.Whole).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapGet(Path + "/{id}/files/{file}", File).For(Right.ReadPlans, Extent.Subject, "draw-read")
            .Says("抽取的一个文件，与 credit draw 写出的逐字节相同",
                "One file of a draw, to the octet as credit draw writes it",
                "commit.json、population.txt、inspectors.txt、proof.json。",
                "commit.json, population.txt, inspectors.txt, proof.json.")
            .AnswersText("text/plain").AlsoAnswers(StatusCodes.Status404NotFound)
            .Example("id", NoId);
        routes.MapGet(Path + "/{id}/results", ResultsOf).For(Right.ReadPlans, Extent.Subject, "draw-read")
            .Says("抽中的检查办到哪一步：检查、结果、公开", "How it stands with the visits of a draw: made, found, made public",
                "结果从检查事件得出；期限按 plans/ 中采用此抽取办法的编制办法。",
                "Out of the events of visits; terms are those of the profile of plans/ that draws so.")
            .AnswersList("DrawnResults", DrawJson.Result).AlsoAnswers(StatusCodes.Status404NotFound)
            .Example("id", NoId);
        routes.MapPost(Path, Post).For(Right.MakePlans, Extent.List)
            .Says("冻结今日的名单，准备一次抽取", "Freeze the list of today, and prepare a draw",
                "由另一人公告后，名单、规则和密数即固定。",
                "Once another person announces it, list, rule and secret are settled.")
            .Takes(DrawBodies.Wish).Answers(DrawJson.Whole)
            .AlsoAnswers(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        Act(routes.MapPost(Path + "/{id}/announce", Announce), Right.ApprovePlans, DrawBodies.Public,
            "另一人公告，写明由哪个公开值决定", "Another person announces it, and which public value decides");
        Act(routes.MapPost(Path + "/{id}/draw", Make), Right.MakePlans, DrawBodies.Value,
            "公开值产生后抽取，只能一次", "Make the draw once its public value is there; only once");
        Act(routes.MapPost(Path + "/{id}/replace", Replace), Right.ApprovePlans, DrawBodies.Replacement,
            "以同层下一名替补代替一户", "Put the next reserve of its stratum in the place of an object");
        Act(routes.MapPost(Path + "/{id}/withdraw", Withdraw), Right.MakePlans, PlanBodies.Reason,
            "撤销尚未抽取的", "Withdraw one that is not made");
    }

    private static void Act(
        RouteHandlerBuilder route, Right right, TakenBody body, string zh, string en) => route
        .For(right, Extent.Subject)
        .Says(zh, en).Takes(body).Answers(DrawJson.Whole)
        .AlsoAnswers(
            StatusCodes.Status404NotFound, StatusCodes.Status409Conflict,
            StatusCodes.Status422UnprocessableEntity)
        .Example("id", NoId);

    private static async Task<Answer<Page<RandomDraw>>> List(DrawBook draws, CurrentCaller who) => Answer.Of(
        new Page<RandomDraw>(await draws.LatestAsync(who.Caller.Region), null, More: false));

    private static async Task<Results<Answer<RandomDraw>, Problem>> Get(
        string id, DrawBook draws, CurrentCaller who) =>
        await draws.FindAsync(id, who.Caller.Region) is { } draw ? Answer.Of(draw) : Of(DrawFault.Unknown);

    private static async Task<IResult> File(
        string id, string file, DrawBook draws, DrawFiles files, CurrentCaller who) =>
        Parameters.OneOf("file", file, DrawFiles.Names) is { } wrong ? wrong
        : await draws.FindAsync(id, who.Caller.Region) is { } draw && files.Of(draw, file) is { } found
            ? found : Of(DrawFault.Unknown);

    private static async Task<Results<Answer<Page<DrawnResult>>, Problem>> ResultsOf(
        string id, string? limit, string? after, DrawBook draws, DrawResults results, CurrentCaller who)
    {
        var skip = 0L;
        if ((Parameters.Limit(limit, out var most) ?? Parameters.Position(after, out skip)) is { } wrong)
        {
            return wrong;
        }

        if (await draws.FindAsync(id, who.Caller.Region) is not { } draw)
        {
            return Of(DrawFault.Unknown);
        }

        var next = Math.Min(skip, int.MaxValue - most) + most;
        var more = next < draw.ToVisit().Count;
        return Answer.Of(new Page<DrawnResult>(
            await results.OfAsync(draw, (int)(next - most), most),
            more ? Parameters.Position(next) : null, more));
    }

    private static Task<Results<Answer<RandomDraw>, Problem>> Post(
        HttpRequest request, DrawDesk desk, CurrentCaller who, CancellationToken gone) =>
        AskAsync(request, gone, reader =>
        {
            var (number, title) = (reader.RequireText("number") ?? "", reader.RequireText("title") ?? "");
            var (profile, regime) = (reader.RequireText("profile") ?? "", reader.Text("regime"));
            var (from, to) = (reader.Date("visitsFrom"), reader.Date("visitsTo"));
            var wrong = Parameters.Region(reader.Text("region"), out var digits);
            var within = who.Caller.Region.Within(digits);
            wrong ??= within is not null ? null
                : Problems.BadParameter("region", "写本人有权限的地域", "name a region of yours");
            return wrong is not null ? wrong : new Asked(() => desk.PrepareAsync(
                new DrawWish(number, title, profile, regime, within!, from, to), who.Caller));
        });

    private static Task<Results<Answer<RandomDraw>, Problem>> Announce(
        string id, HttpRequest request, DrawDesk desk, DrawBook draws, CurrentCaller who,
        CancellationToken gone) => AskAsync(id, draws, request, who, gone, reader =>
        {
            var (written, name) = (reader.RequireText("public") ?? "", reader.Text("name"));
            var text = reader.Text("at");
            var at = AnnouncementJson.InstantOf(text);
            return text is not null && at is null ? BadInstant : new Asked(() => desk.AnnounceAsync(
                id, new PublicWish(written, name, at), who.Caller, who.Caller.Region));
        });

    private static Task<Results<Answer<RandomDraw>, Problem>> Make(
        string id, HttpRequest request, DrawDesk desk, DrawBook draws, CurrentCaller who,
        CancellationToken gone) => AskAsync(id, draws, request, who, gone, reader =>
        {
            reader.Require("value");
            var value = reader.Text("value") ?? "";
            return new Asked(() => desk.MakeAsync(id, value, who.Caller, who.Caller.Region));
        });

    private static Task<Results<Answer<RandomDraw>, Problem>> Replace(
        string id, HttpRequest request, DrawDesk desk, DrawBook draws, CurrentCaller who,
        CancellationToken gone) => AskAsync(id, draws, request, who, gone, reader =>
        {
            var (out_, reason) = (reader.RequireText("object") ?? "", reader.RequireText("reason") ?? "");
            var approver = reader.RequireText("approver") ?? "";
            return new Asked(() => desk.ReplaceAsync(
                id, out_, reason, approver, who.Caller, who.Caller.Region));
        });

    private static Task<Results<Answer<RandomDraw>, Problem>> Withdraw(
        string id, HttpRequest request, DrawDesk desk, DrawBook draws, CurrentCaller who,
        CancellationToken gone) => AskAsync(id, draws, request, who, gone, reader =>
        {
            var reason = reader.RequireText("reason") ?? "";
            return new Asked(() => desk.WithdrawAsync(id, reason, who.Caller, who.Caller.Region));
        });

    /// <summary>Reads what is asked, of a draw that who asks may know of.</summary>
    private static async Task<Results<Answer<RandomDraw>, Problem>> AskAsync(
        string id, DrawBook draws, HttpRequest request, CurrentCaller who, CancellationToken gone,
        Func<ObjectReader, AskedOrWrong> read) =>
        await draws.FindAsync(id, who.Caller.Region) is null ? Of(DrawFault.Unknown)
            : await AskAsync(request, gone, read);

    /// <summary>Reads what is asked, and asks it.</summary>
    private static async Task<Results<Answer<RandomDraw>, Problem>> AskAsync(
        HttpRequest request, CancellationToken gone, Func<ObjectReader, AskedOrWrong> read)
    {
        var flaws = new List<Flaw>();
        if (ShortBody.Object(await ShortBody.ReadAsync(request, gone), flaws) is not { } reader)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var asked = read(reader);
        reader.Close();
        return flaws.Count > 0 ? Problem.Of(StatusCodes.Status400BadRequest, flaws[0])
            : asked.Wrong is { } wrong ? wrong
            : await asked.Asked!() is var decision && decision.Fault is { } fault ? Of(fault)
            : Answer.Of(decision.Draw!);
    }

    private static Problem BadInstant { get; } = Problems.BadParameter(
        "at", "写 2026-12-21T09:05:00+08:00 这样的时刻", "write an instant such as 2026-12-21T09:05:00+08:00");

    private static Problem Of(DrawFault fault) => new(
        DrawFaults.StatusOf(fault), fault.Code, fault.What, fault.Mend);

    private delegate Task<DrawDecision> Asked();

    private readonly record struct AskedOrWrong(Asked? Asked, Problem? Wrong)
    {
        public static implicit operator AskedOrWrong(Asked asked) => new(asked, null);

        public static implicit operator AskedOrWrong(Problem wrong) => new(null, wrong);
    }
}
