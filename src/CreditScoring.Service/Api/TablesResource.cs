using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.TablesIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/tables: tables handed in, tried, taken in and taken back as the page does it; larger files come by the
/// form of the page, with the same key.
/// </summary>
public static class TablesResource
{
    private const string Path = "/v1/tables";

    private const string NoId = "0123456789abcdef";

    /// <summary>Octets of a file.</summary>
    private const int LargestFile = 4 << 20;

    private const int LongestBody = (LargestFile * 4 / 3) + 10_000, LongestMapping = 200_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).For(Right.SendEvents, Extent.None)
            .Says("导入的表格，近者在前", "Tables that were handed in, the last first")
            .AnswersList("HandedTables", TableJson.Shape);
        routes.MapGet(Path + "/{id}", Get).For(Right.SendEvents, Extent.None, "table-read")
            .Says("一张表格及其结果", "One table, and what came of it")
            .Answers(TableJson.Shape).AlsoAnswers(StatusCodes.Status404NotFound).Example("id", NoId);
        routes.MapPost(Path, HandIn).For(Right.SendEvents, Extent.None)
            .Says("交来一张表格", "Hand in a table",
                "还不改变任何记录；更大的文件用页面 /tables-in 的表单（multipart）以同一密钥上传。",
                "No record changes yet; larger files come by the form of the page /tables-in (multipart) "
                    + "with the same key.")
            .Takes(TableJson.File).Answers(TableJson.Shape)
            .AlsoAnswers(StatusCodes.Status422UnprocessableEntity);
        Act(routes.MapPost(Path + "/{id}/mapping", Fit), Right.SendEvents, TableJson.Mapping,
            "换映射", "Have another mapping");
        Act(routes.MapPost(Path + "/{id}/try", Try), Right.SendEvents, TakenBody.Nothing,
            "试导入，不改变任何记录", "Try it, which changes nothing");
        Act(routes.MapPost(Path + "/{id}/keep", Keep), Right.SendEvents, TakenBody.Nothing,
            "导入试过的表格", "Have its events taken in, as they were tried");
        Act(routes.MapPost(Path + "/{id}/give-up", GiveUp), Right.SendEvents, TakenBody.Nothing,
            "放弃未导入的表格", "Give it up, before it is taken in");
        Act(routes.MapPost(Path + "/{id}/undo", Undo), Right.MendEvents, TableJson.Reason,
            "另一人撤销因此新增的事件", "Another person annuls what was new by it");
    }

    private static void Act(
        RouteHandlerBuilder route, Right right, TakenBody body, string zh, string en) => route
        .For(right, Extent.None).Says(zh, en).Takes(body).Answers(TableJson.Shape)
        .AlsoAnswers(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict)
        .Example("id", NoId);

    private static async Task<Results<Answer<Page<HandedTable>>, Problem>> List(
        string? limit, string? after, TableDesk desk, CurrentCaller who)
    {
        var skip = 0L;
        if ((Parameters.Limit(limit, out var most) ?? Parameters.Position(after, out skip)) is { } wrong)
        {
            return wrong;
        }

        skip = Math.Min(skip, int.MaxValue / 2);
        var all = await desk.AllAsync(who.Caller, most + 1, (int)skip);
        var more = all.Count > most;
        return Answer.Of(new Page<HandedTable>(
            [.. all.Take(most)], more ? Parameters.Position(skip + most) : null, more));
    }

    private static async Task<Results<Answer<HandedTable>, Problem>> Get(
        string id, TableDesk desk, CurrentCaller who) =>
        await desk.FindAsync(id, who.Caller) is { } table ? Answer.Of(table) : Of(TableFault.Unknown);

    private static async Task<Results<Answer<HandedTable>, Problem>> HandIn(
        HttpRequest request, TableDesk desk, CurrentCaller who, CancellationToken gone)
    {
        var flaws = new List<Flaw>();
        var texts = ShortBody.Texts(
            await ShortBody.ReadAsync(request, gone, LongestBody), flaws, "name", "file");
        if (texts is null)
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var room = new byte[texts[1].Length];
        if (!Convert.TryFromBase64String(texts[1], room, out var length) || length > LargestFile)
        {
            return Problems.BadParameter(
                "file", "写 base64，至多 4 MiB", "give base64, of 4 MiB at the most");
        }

        using var octets = new MemoryStream(room, 0, length);
        return Told(await desk.HandInAsync(texts[0], octets, who.Caller, gone));
    }

    private static async Task<Results<Answer<HandedTable>, Problem>> Fit(
        string id, HttpRequest request, TableDesk desk, CurrentCaller who, CancellationToken gone)
    {
        if (await desk.FindAsync(id, who.Caller) is null)
        {
            return Of(TableFault.Unknown);
        }

        var flaws = new List<Flaw>();
        return ShortBody.Texts(await ShortBody.ReadAsync(request, gone, LongestMapping), flaws, "mapping")
            is [var mapping] ? Told(await desk.MapAsync(id, mapping, who.Caller))
            : Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
    }

    private static async Task<Results<Answer<HandedTable>, Problem>> Try(
        string id, TableDesk desk, CurrentCaller who) => Told(await desk.TryAsync(id, who.Caller));

    private static async Task<Results<Answer<HandedTable>, Problem>> Keep(
        string id, TableDesk desk, CurrentCaller who) => Told(await desk.KeepAsync(id, who.Caller));

    private static async Task<Results<Answer<HandedTable>, Problem>> GiveUp(
        string id, TableDesk desk, CurrentCaller who) => Told(await desk.GiveUpAsync(id, who.Caller));

    private static async Task<Results<Answer<HandedTable>, Problem>> Undo(
        string id, HttpRequest request, TableDesk desk, CurrentCaller who, CancellationToken gone)
    {
        if (await desk.FindAsync(id, who.Caller) is null)
        {
            return Of(TableFault.Unknown);
        }

        var flaws = new List<Flaw>();
        return ShortBody.Texts(await ShortBody.ReadAsync(request, gone), flaws, "reason") is [var reason]
            ? Told(await desk.UndoAsync(id, reason, who.Caller))
            : Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
    }

    private static Results<Answer<HandedTable>, Problem> Told(TableDecision decision) =>
        decision.Fault is { } fault ? Of(fault)
        : decision.Table is { } table ? Answer.Of(table) : Of(TableFault.Changed);

    private static Problem Of(TableFault fault) => new(
        fault == TableFault.Unknown ? StatusCodes.Status404NotFound
        : fault == TableFault.NoFile || fault == TableFault.NoReason || fault.Code == "table-too-large"
            ? StatusCodes.Status422UnprocessableEntity
        : StatusCodes.Status409Conflict,
        fault.Code, fault.What, fault.Mend);
}
