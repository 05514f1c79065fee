using CreditScoring.Documents;
using CreditScoring.Service.Access;
using CreditScoring.Service.Api;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.RuleShelf;
using Microsoft.AspNetCore.Http.Extensions;

namespace CreditScoring.Service.Dashboard;

/// <summary>Who looks at a page, in which language, on which day, and at which address.</summary>
/// <param name="Language">zh or en.</param>
/// <param name="Who">Null: nobody has said who he is, and nobody has to yet.</param>
/// <param name="Address">The path with its query.</param>
/// <param name="Today">The legal day.</param>
/// <param name="Regimes">So many have a version of their rules in force.</param>
public sealed record PageVisit(string Language, OneSelf? Who, string Address, DateOnly Today, int Regimes)
{
    /// <summary>Where the choice of a language is kept.</summary>
    public const string LanguageCookie = "credit-language";

    /// <summary>By what right the rules are in use.</summary>
    public LawInUse Law { get; init; } = LawInUse.Folder;

    public bool IsChinese => Language == "zh";

    public string Say(string zh, string en) => IsChinese ? zh : en;

    public string Say(Wording said) => said.In(Language);

    /// <summary>Whether it is known who looks.</summary>
    public bool IsNamed => Who is { } who && who.Caller != Caller.Anybody;

    public bool May(Right right) => Who?.Caller.May(right) == true;

    /// <summary>As a request comes.</summary>
    public static async Task<PageVisit> OfAsync(HttpContext context)
    {
        var all = context.RequestServices;
        var who = all.GetRequiredService<CurrentCaller>();
        var caller = who.Refused ?? who.Caller;
        var today = all.GetRequiredService<TimeProvider>().Today();
        return new PageVisit(
            LanguageOf(context.Request),
            caller.Rights.Count == 0 && caller.Session is null ? null
                : await all.GetRequiredService<SessionAnswer>().OfAsync(context, caller),
            context.Request.GetEncodedPathAndQuery(), today,
            all.GetRequiredService<Shelf>().Book.Regimes.Count(each => each.On(today) is not null))
        {
            Law = all.GetRequiredService<Shelf>().State.Law,
        };
    }

    /// <summary>The one chosen; Chinese where none was.</summary>
    internal static string LanguageOf(HttpRequest request) =>
        request.Cookies[LanguageCookie] == "en" ? "en" : "zh";
}
