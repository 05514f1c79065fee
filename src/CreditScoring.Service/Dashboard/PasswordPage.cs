using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Contract;

namespace CreditScoring.Service.Dashboard;

/// <summary>What the page of the password shows.</summary>
/// <param name="Fault">Why it was not changed; null: nobody has tried yet.</param>
public sealed record PasswordModel(EntryFault? Fault);

/// <summary>/password: a person sets another one.</summary>
public static class PasswordPage
{
    public const string Path = "/password";

    private static readonly Wording Title = new("修改口令", "Change the password");

    /// <summary>What the two fields that should be the same were not.</summary>
    private static readonly EntryFault Differ = new(
        "password-differs", new Wording("两次输入的新口令不一致", "the two new passwords differ"),
        new Wording("重新输入", "type them again"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Get).For(Right.SeeOneself, Extent.None).AsPage();
        routes.MapPost(Path, Post).For(Right.SeeOneself, Extent.None).AsPage();
    }

    private static IResult Get(CurrentCaller who) => who.Caller.Session is null
        ? Results.LocalRedirect(SignInPage.Path) : Shown(null, StatusCodes.Status200OK);

    private static async Task<IResult> Post(
        HttpContext context, CurrentCaller who, SignInDesk desk, SessionAnswer answer)
    {
        if (who.Caller.Session is not { } session)
        {
            return Results.LocalRedirect(SignInPage.Path);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var wanted = form["password"].ToString();
        if (wanted != form["again"].ToString())
        {
            return Shown(Differ, StatusCodes.Status409Conflict);
        }

        var (changed, fault) = await desk.ChangeAsync(session, form["current"].ToString(), wanted);
        if (changed is null)
        {
            return Shown(fault, StatusCodes.Status409Conflict);
        }

        await answer.BeginAsync(context, changed);
        return Results.LocalRedirect("/");
    }

    private static PageResult Shown(EntryFault? fault, int status) =>
        Page.Of<PasswordView, PasswordModel>(Title, new PasswordModel(fault), status);
}
