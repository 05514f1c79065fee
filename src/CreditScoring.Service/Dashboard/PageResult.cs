using System.Text;
using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Dashboard;

/// <summary>A page as the answer to a request, complete and without any script that it needs.</summary>
public sealed class PageResult(Type view, Wording title, object? model, int status) : IResult
{
    /// <summary>What a page may load, and where its forms may go.</summary>
    /// <param name="provider">To it leads signing out, which some browsers ask of a form.</param>
    private static string Policy(ProviderSettings? provider) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
        + $"form-action 'self' {provider?.Authority.GetLeftPart(UriPartial.Authority)}".TrimEnd() + ";";

    public async Task ExecuteAsync(HttpContext context)
    {
        var visit = await PageVisit.OfAsync(context);
        var all = context.RequestServices;
        await using var renderer = new HtmlRenderer(all, all.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var shown = await renderer.RenderComponentAsync<Shell>(ParameterView.FromDictionary(
                new Dictionary<string, object?>
                {
                    [nameof(Shell.Visit)] = visit, [nameof(Shell.Title)] = title,
                    [nameof(Shell.View)] = view, [nameof(Shell.Model)] = model,
                }));
            return shown.ToHtmlString();
        });
        var body = Encoding.UTF8.GetBytes(html);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy(all.GetRequiredService<Settings>().Provider);
        // With no-referrer a browser would not say of its own forms from where they come.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}

/// <summary>Pages as answers.</summary>
public static class Page
{
    public static PageResult Of<TView, TModel>(
        Wording title, TModel model, int status = StatusCodes.Status200OK)
        where TView : View<TModel> => new(typeof(TView), title, model, status);
}

/// <summary>What a page of a refusal shows.</summary>
/// <param name="Roles">Those that may; empty: it is not a matter of roles.</param>
public sealed record ProblemModel(Problem Problem, IReadOnlyList<Role> Roles);

/// <summary>A refusal as a page: who has to sign in first is led there.</summary>
public sealed class RefusalPage : IRefusalPage
{
    public Task TellAsync(HttpContext context, Problem problem)
    {
        if (problem.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = $"{wait}";
        }

        var reads = HttpMethods.IsGet(context.Request.Method);
        return problem.Code switch
        {
            "key-wanted" when reads => SignInPage.LeadTo(context),
            "password-initial" when reads && context.Request.Path != PasswordPage.Path =>
                Results.Redirect(PasswordPage.Path).ExecuteAsync(context),
            _ => Page.Of<ProblemView, ProblemModel>(
                problem.What, new ProblemModel(problem, RolesFor(context, problem)), problem.Status)
                .ExecuteAsync(context),
        };
    }

    private static IReadOnlyList<Role> RolesFor(HttpContext context, Problem problem) =>
        problem.Code == "right-missing"
        && context.GetEndpoint()?.Metadata.GetMetadata<AccessLabel>()?.Wants is { } right
            ? [.. Roles.All.Where(role => Roles.RightsOf([role]).Contains(right))] : [];
}
