using System.Globalization;
using System.Reflection;
using System.Text;
using CreditScoring.Documents;
using Microsoft.AspNetCore.Http.Metadata;

namespace CreditScoring.Service.Answers;

/// <summary>
/// A refusal (RFC 9457): a stable code, what is wrong and what to do in Chinese and English, and
/// for texts the line and column.
/// </summary>
public sealed class Problem(int status, string code, Wording what, Wording mend)
    : IResult
{
    public static readonly JsonShape<Problem> Shape = new(
        "Problem",
        new("type", "问题类型", "the type of the problem", each => $"urn:credit-scoring:problem:{each.Code}"),
        new("title", "问题（英文）", "what is wrong", each => each.What.En),
        new("status", "HTTP 状态", "the status", each => each.Status),
        new("code", "问题代码，不变", "its code, which does not change", each => each.Code),
        new("detail", "如何改正（英文）", "what to do", each => each.Mend.En),
        new("titleZh", "问题", "what is wrong, in Chinese", each => each.What.Zh),
        new("detailZh", "如何改正", "what to do, in Chinese", each => each.Mend.Zh),
        new("line", "所报文本的行", "the line of the text that was sent", each => each.Place!.Value.Line)
        {
            Absent = each => each.Place is null,
        },
        new("column", "所报文本的列", "the column of the text that was sent", each => each.Place!.Value.Column)
        {
            Absent = each => each.Place is null,
        });

    public int Status => status;

    /// <summary>Does not change.</summary>
    public string Code => code;

    public Wording What => what;

    /// <summary>What to do about it.</summary>
    public Wording Mend => mend;

    /// <summary>Where in the text that was sent; null: it is not about a text.</summary>
    public Place? Place { get; init; }

    /// <summary>After how many seconds to try again; null: that is not said.</summary>
    public int? RetryAfter { get; init; }

    public static Problem Of(int status, Flaw flaw) =>
        new(status, flaw.Name, flaw.What, flaw.Mend) { Place = flaw.Place };

    public async Task ExecuteAsync(HttpContext context)
    {
        if (PageMark.IsOn(context) && context.RequestServices.GetService<IRefusalPage>() is { } page)
        {
            await page.TellAsync(context, this);
            return;
        }

        var body = Encoding.UTF8.GetBytes(JsonText.Of(json => Shape.Write(json, this)));
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = RetryAfter?.ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
