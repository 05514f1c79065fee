using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Intake;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CreditScoring.Service.Api;

/// <summary>
/// /v1/session: POST signs a person in, GET says who one is, DELETE signs out;
/// POST /v1/session/password sets another password.
/// </summary>
public static class SessionResource
{
    private static readonly JsonShape<Left> Ended = new(
        "SessionEnded",
        new("ended", "已退出", "it has ended", _ => true),
        new("provider", "在统一身份提供方退出的地址", "where to sign out with the provider", each => each.Provider)
        {
            MayBeNull = true,
        });

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/session", SignIn).ForEverybody()
            .Says("登录", "Sign in",
                "一个 JSON 对象，有 id（person:zhang 写 zhang）和 password。应答同 GET，并给 cookie。"
                    + "无论何处有误，拒绝相同（401 signin-refused）；口令错五次后，至多 15 分钟内不受理。",
                "One JSON object with 'id' (zhang, for person:zhang) and 'password'. The answer "
                    + "is that of GET, and a cookie. Whatever is wrong, the refusal is the same (401 "
                    + "signin-refused); after five wrong passwords an account takes none for up to 15 "
                    + "minutes.")
            .Takes(SessionBodies.SignIn).Answers(SessionAnswer.Shape)
            .AlsoAnswers(StatusCodes.Status401Unauthorized, StatusCodes.Status409Conflict);
        routes.MapGet("/v1/session", Get).For(Right.SeeOneself, Extent.None)
            .Says("当前身份", "Who one is",
                "角色、地域和有效期，密钥亦然。会话中的修改须在请求头 X-Antiforgery 写 antiforgery。"
                    + "mustChange 为 true：初始口令，须先修改。",
                "Roles, region and until when, also for a key. In a session, 'antiforgery' is "
                    + "what a request that changes something sends in the header X-Antiforgery. With "
                    + "mustChange: true the password is an initial one, and nothing goes but to change it.")
            .Answers(SessionAnswer.Shape);
        routes.MapDelete("/v1/session", SignOut).For(Right.SeeOneself, Extent.None)
            .Says("退出", "Sign out",
                "会话立即失效，所有工作进程均然。provider 为在统一身份提供方退出的地址。",
                "The session is good no longer, with any worker. 'provider' is where to go to sign out with "
                    + "the provider of identities, too.")
            .Answers(Ended).AlsoAnswers(StatusCodes.Status409Conflict);
        ProviderSignIn.Map(routes);
        routes.MapPost("/v1/session/password", Change).For(Right.SeeOneself, Extent.None)
            .Says("修改口令", "Set another password",
                "一个 JSON 对象，有 current 和 password。本人的会话全部结束，在此开始新会话。",
                "One JSON object with 'current' and 'password'. All sessions of the person end, "
                    + "and a new one begins here: the answer is that of GET, with a new 'antiforgery'.")
            .Takes(SessionBodies.Change).Answers(SessionAnswer.Shape)
            .AlsoAnswers(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Answer<OneSelf>, Problem>> SignIn(
        HttpContext context, SessionDoor door, SignInShares shares, CancellationToken gone)
    {
        using var place = shares.Take(AddressShares.AddressOf(context.Connection.RemoteIpAddress));
        var flaws = new List<Flaw>();
        if (ShortBody.Texts(await ShortBody.ReadAsync(context.Request, gone), flaws, "id", "password")
            is not [var id, var password])
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (who, fault) = await door.EnterAsync(context, id, password);
        return who is null ? Refusal(fault!) : Answer.Of(who);
    }

    private static async Task<Answer<OneSelf>> Get(
        HttpContext context, CurrentCaller who, SessionAnswer answer) =>
        Answer.Of(await answer.OfAsync(context, who.Caller));

    private static async Task<Results<Answer<Left>, Problem>> SignOut(
        HttpContext context, CurrentCaller who, SessionDoor door) => who.Caller.Session is { } session
        ? Answer.Of(new Left(await door.LeaveAsync(context, session))) : NoSession;

    private static async Task<Results<Answer<OneSelf>, Problem>> Change(
        HttpContext context, CurrentCaller who, SignInDesk desk, SessionAnswer answer, CancellationToken gone)
    {
        if (who.Caller.Session is not { } session)
        {
            return NoSession;
        }

        var flaws = new List<Flaw>();
        if (ShortBody.Texts(await ShortBody.ReadAsync(context.Request, gone), flaws, "current", "password")
            is not [var current, var password])
        {
            return Problem.Of(StatusCodes.Status400BadRequest, flaws[0]);
        }

        var (changed, fault) = await desk.ChangeAsync(session, current, password);
        return changed is null ? Refusal(fault!) : Answer.Of(await answer.BeginAsync(context, changed));
    }

    private static Problem Refusal(EntryFault fault) => new(
        fault == EntryFault.SignInRefused ? StatusCodes.Status401Unauthorized
            : StatusCodes.Status409Conflict,
        fault.Code, fault.What, fault.Mend);

    private static Problem NoSession { get; } = new(
        StatusCodes.Status409Conflict, "session-none",
        new Wording("此请求不在会话中", "this does not come in a session"),
        new Wording("密钥由管理员撤销；口令须登录后修改",
            "an admin revokes keys; a password is changed by who has signed in with it"));

    /// <summary>What is left to be done after signing out.</summary>
    internal sealed record Left(string? Provider);
}
