using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Intake.Body;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using Microsoft.AspNetCore.Diagnostics;

namespace CreditScoring.Service.Api;

/// <summary>The refusals that more than one resource gives; their codes do not change.</summary>
public static class Problems
{
    public static Problem BadParameter(string name, string zh, string en) => new(
        StatusCodes.Status400BadRequest, "parameter-invalid",
        new Wording($"参数 {name} 无效", $"the parameter {name} cannot be used"), new Wording(zh, en));

    public static Problem NotKnown(string id) => new(
        StatusCodes.Status404NotFound, "subject-unknown",
        new Wording(
            $"没有 {Spelling.Shown(id)} 的信用档案", $"there is no credit file of {Spelling.Shown(id)}"),
        new Wording(
            "核对代码；报送该主体的事件后即有档案", "check the code; the first event of a subject opens its file"));

    public static Problem NotInQuarantine(long position) => new(
        StatusCodes.Status404NotFound, "quarantine-unknown",
        new Wording($"隔离区没有第 {position} 条", $"nothing was turned away under the number {position}"),
        new Wording("编号见 /v1/quarantine 的 position", "see 'position' in /v1/quarantine"));

    public static Problem ContentType { get; } = new(
        StatusCodes.Status415UnsupportedMediaType, "content-type",
        new Wording("不支持该内容类型", "this content type is not taken"),
        new Wording(
            "使用 application/json 或 application/x-ndjson（UTF-8）",
            "send application/json or application/x-ndjson, in UTF-8"));

    /// <summary>The content type of events.</summary>
    public static Problem EventType { get; } = new(
        StatusCodes.Status415UnsupportedMediaType, "content-type",
        new Wording("不支持该内容类型", "this content type is not taken"),
        new Wording(
            $"使用下列之一（UTF-8）：{string.Join("、", BodyForms.Names)}",
            $"send one of these, in UTF-8: {string.Join(", ", BodyForms.Names)}"));

    public static Problem TooLarge { get; } = new(
        StatusCodes.Status413PayloadTooLarge, "body-too-large",
        new Wording("请求体过大", "the body is too large"),
        new Wording($"每次至多 {EventsResource.LargestBody >> 20} MiB，请分批报送",
            $"send at most {EventsResource.LargestBody >> 20} MiB at a time"));

    private static Problem Damaged { get; } = new(
        StatusCodes.Status400BadRequest, "body-damaged",
        new Wording("请求体损坏或不完整，未保存任何内容", "the body is damaged or cut off; nothing was kept"),
        new Wording("重新打包后完整发送", "pack it anew, and send all of it"));

    private static Problem TooSlow { get; } = new(
        StatusCodes.Status408RequestTimeout, "body-too-slow",
        new Wording("请求体未按时送达，未保存任何内容", "the body did not come in time; nothing was kept"),
        new Wording("分成较小的批次发送", "send it in smaller parts"));

    private static Problem Unavailable { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "record-unavailable",
        new Wording("档案库暂不可用，未保存任何内容", "the record is not available; nothing was kept"),
        new Wording(
            "稍后重发；已保存的事件会作为重复处理", "send it again later; what is known is answered as a duplicate"));

    /// <summary>Nobody can be judged yet.</summary>
    public static Problem NoLaw { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "law-awaited",
        new Wording("尚无施行中的规则，未保存任何内容", "no law is in force yet; nothing was kept"),
        new Wording("由起草人送审、另一人批准并公布后重发，见 docs/law.md",
            "send it again once an author has proposed a law, and another person has approved and published "
                + "it; see docs/law.md"));

    private static Problem Unanswered { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "record-unavailable",
        new Wording("档案库暂不可用，无法回答", "the record is not available; the question was not answered"),
        new Wording("稍后再问", "ask again a little later"));

    private static Problem Cut { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "question-cut",
        new Wording("查询时间过长，妨碍档案库写入，已中断",
            "the question took too long, was in the way of what is written, and was cut"),
        new Wording("缩小范围或减小 limit，逐页查询", "ask for less: a narrower filter, a smaller limit, page by page"));

    private static Problem NoRedis { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "redis-unavailable",
        new Wording("Redis 暂不可用", "Redis is not available"),
        new Wording("稍后再试；事件仍可经 HTTP 报送",
            "ask again later; events are still taken over HTTP"));

    private static Problem Full { get; } = new(
        StatusCodes.Status429TooManyRequests, "inbox-full",
        new Wording("收件已满，未保存任何内容", "the inbox is full; nothing was kept"),
        new Wording("按 Retry-After 稍后重发", "send it again after Retry-After seconds"))
    {
        RetryAfter = 2,
    };

    private static Problem SignInBusy { get; } = new(
        StatusCodes.Status429TooManyRequests, "signin-busy",
        new Wording("登录人数过多", "too many sign in at once"),
        new Wording("按 Retry-After 稍后再试", "try again after Retry-After seconds"))
    {
        RetryAfter = 2,
    };

    /// <summary>More requests came than may.</summary>
    public static Problem Limited(TimeSpan wait) => new(
        StatusCodes.Status429TooManyRequests, "rate-limited",
        new Wording("请求过于频繁，此次未处理", "too many requests; nothing was done for this one"),
        new Wording("按 Retry-After 稍后再试；事件可以成批报送",
            "try again after Retry-After seconds; many events go into one request"))
    {
        RetryAfter = (int)Math.Ceiling(wait.TotalSeconds),
    };

    private static Problem NoBook(FormerBookMissing missing) => missing.Why is { } why
        ? new(StatusCodes.Status501NotImplemented, "book-unreadable",
            new Wording($"本程序无法读取当时施行的规则 {missing.Book}：{why}",
                $"this program cannot read the rule book then in force, {missing.Book}: {why}"),
            new Wording(
                "用当时的程序版本读取档案库的备份来回答", "ask the version of the program of then, on a backup of the record"))
        : new(StatusCodes.Status410Gone, "book-not-kept",
            new Wording($"档案库没有保存当时施行的规则 {missing.Book}，无法按其回答",
                $"the record has no text of the rule book then in force, {missing.Book}, and cannot answer "
                    + "by it"),
            new Wording("保存规则文本之前的时刻可查 /history 与 /ledger，其中为当时的结果",
                "of the time before texts were kept, /history and /ledger say what was judged then"));

    private static Problem Fault { get; } = new(
        StatusCodes.Status500InternalServerError, "fault",
        new Wording("服务内部错误", "the service has failed"),
        new Wording("请报告发生时间，详情见服务日志", "report the time; the service's log says more"));

    /// <summary>
    /// What the framework refuses by itself (no such path, wrong method) in our form.
    /// </summary>
    public static Task OfStatus(StatusCodeContext context) =>
        Status(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext);

    /// <summary>What was thrown, in our form; never a stack trace.</summary>
    public static Task OfFault(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            QuestionCut => Cut,
            LawAwaited => NoLaw,
            RecordUnavailable when Asks(context.Request) => Unanswered,
            RecordUnavailable or System.Threading.Channels.ChannelClosedException => Unavailable,
            InboxFull => Full,
            Access.SignInBusy => SignInBusy,
            BodyDamaged => Damaged,
            BodyTooSlow => TooSlow,
            TransportUnavailable => NoRedis,
            FormerBookMissing missing => NoBook(missing),
            BadHttpRequestException bad => Status(bad.StatusCode),
            _ => Fault,
        }).ExecuteAsync(context);

    /// <summary>
    /// What the log need not tell: the sender's fault, or told by the worker already.
    /// </summary>
    public static bool IsExpected(Exception thrown) => thrown
        is RecordUnavailable or System.Threading.Channels.ChannelClosedException
        or BadHttpRequestException or OperationCanceledException or InboxFull
        or BodyDamaged or BodyTooSlow or Access.SignInBusy
        or TransportUnavailable or FormerBookMissing;

    private static bool Asks(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static Problem Status(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status408RequestTimeout => TooSlow,
        StatusCodes.Status415UnsupportedMediaType => ContentType,
        StatusCodes.Status404NotFound => new Problem(
            status, "path-unknown", new Wording("没有此路径", "there is no such path"),
            new Wording("路径见 /openapi/v1.json", "see /openapi/v1.json for the paths")),
        StatusCodes.Status405MethodNotAllowed => new Problem(
            status, "method-not-allowed",
            new Wording("此路径不支持该方法", "this path does not take this method"),
            new Wording("方法见 /openapi/v1.json", "see /openapi/v1.json for the methods")),
        _ => new Problem(
            status, "request-invalid", new Wording("请求无效", "the request cannot be used"),
            new Wording("参数见 /openapi/v1.json", "see /openapi/v1.json for the parameters")),
    };
}
